-- Les groupes de STS, leur autorité (R013).
-- entite: groupe
-- etape: sts_groupe
-- cible: referentiel.groupe WHERE source = 'STS'
-- cle: code_groupe
-- garde: oui
WITH fusion AS (
    MERGE INTO referentiel.groupe c USING sts_groupe s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'STS' AND c.code_groupe = s.code_groupe
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET libelle = s.libelle, divisions = s.divisions, mef = s.mef, empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, code_groupe, libelle, divisions, mef, empreinte, numero_depot)
        VALUES (:uai, :annee, 'STS', s.code_groupe, s.libelle, s.divisions, s.mef, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.code_groupe AS cle
), disparition AS (
    UPDATE referentiel.groupe c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'STS' AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM sts_groupe s WHERE s.code_groupe = c.code_groupe)
    RETURNING c.code_groupe AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
