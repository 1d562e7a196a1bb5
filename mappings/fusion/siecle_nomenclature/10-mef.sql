-- Les formations retenues par l'établissement (R015).
-- entite: mef
-- etape: siecle_mef
-- cible: referentiel.mef WHERE source = 'SIECLE'
-- cle: code_mef
WITH fusion AS (
    MERGE INTO referentiel.mef c USING siecle_mef s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'SIECLE' AND c.code_mef = s.code_mef
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET formation = s.formation, libelle = s.libelle, libelle_edition = s.libelle_edition, code_mefstat = s.code_mefstat, empreinte =
                   s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, code_mef, formation, libelle, libelle_edition, code_mefstat, empreinte, numero_depot)
        VALUES (:uai, :annee, 'SIECLE', s.code_mef, s.formation, s.libelle, s.libelle_edition, s.code_mefstat, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.code_mef AS cle
), disparition AS (
    UPDATE referentiel.mef c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'SIECLE' AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM siecle_mef s WHERE s.code_mef = c.code_mef)
    RETURNING c.code_mef AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
