-- Les divisions de STS, leur autorité (R013).
-- entite: division
-- etape: sts_division
-- cible: referentiel.division WHERE source = 'STS'
-- cle: code_division
WITH fusion AS (
    MERGE INTO referentiel.division c USING sts_division s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'STS' AND c.code_division = s.code_division
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET libelle = s.libelle, mef = s.mef, empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, code_division, libelle, mef, empreinte, numero_depot)
        VALUES (:uai, :annee, 'STS', s.code_division, s.libelle, s.mef, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.code_division AS cle
), disparition AS (
    UPDATE referentiel.division c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'STS' AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM sts_division s WHERE s.code_division = c.code_division)
    RETURNING c.code_division AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
