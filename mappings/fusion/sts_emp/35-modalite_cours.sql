-- Les modalités de cours, et lesquelles sont un co-enseignement.
-- entite: modalite_cours
-- etape: sts_modalite_cours
-- cible: referentiel.modalite_cours
-- cle: code_modalite
WITH fusion AS (
    MERGE INTO referentiel.modalite_cours c USING sts_modalite_cours s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.code_modalite = s.code_modalite
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET libelle_court = s.libelle_court, libelle = s.libelle, co_enseignement = s.co_enseignement, empreinte = s.empreinte,
                   numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, code_modalite, libelle_court, libelle, co_enseignement, empreinte, numero_depot)
        VALUES (:uai, :annee, s.code_modalite, s.libelle_court, s.libelle, s.co_enseignement, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.code_modalite AS cle
), disparition AS (
    UPDATE referentiel.modalite_cours c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM sts_modalite_cours s WHERE s.code_modalite = c.code_modalite)
    RETURNING c.code_modalite AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
