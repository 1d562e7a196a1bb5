-- Les communes que connaît l'établissement.
-- entite: commune
-- etape: siecle_commune
-- cible: referentiel.commune
-- cle: code_insee
WITH fusion AS (
    MERGE INTO referentiel.commune c USING siecle_commune s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.code_insee = s.code_insee
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET code_departement = s.code_departement, libelle = s.libelle, empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, code_insee, code_departement, libelle, empreinte, numero_depot)
        VALUES (:uai, :annee, s.code_insee, s.code_departement, s.libelle, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.code_insee AS cle
), disparition AS (
    UPDATE referentiel.commune c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM siecle_commune s WHERE s.code_insee = c.code_insee)
    RETURNING c.code_insee AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
