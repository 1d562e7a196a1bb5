-- Les départements de l'académie.
-- entite: departement
-- etape: siecle_departement
-- cible: referentiel.departement
-- cle: code_departement
WITH fusion AS (
    MERGE INTO referentiel.departement c USING siecle_departement s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.code_departement = s.code_departement
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET code_insee = s.code_insee, code_academie = s.code_academie, libelle = s.libelle, empreinte = s.empreinte, numero_depot = :numero,
                   disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, code_departement, code_insee, code_academie, libelle, empreinte, numero_depot)
        VALUES (:uai, :annee, s.code_departement, s.code_insee, s.code_academie, s.libelle, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.code_departement AS cle
), disparition AS (
    UPDATE referentiel.departement c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM siecle_departement s WHERE s.code_departement = c.code_departement)
    RETURNING c.code_departement AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
