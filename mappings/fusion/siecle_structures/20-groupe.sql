-- Les groupes que SIECLE connaît : seuls ils peuvent recevoir des élèves (R060).
-- entite: groupe
-- etape: siecle_groupe
-- cible: referentiel.groupe WHERE source = 'SIECLE'
-- cle: code_groupe
-- garde: oui
WITH fusion AS (
    MERGE INTO referentiel.groupe c USING siecle_groupe s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'SIECLE' AND c.code_groupe = s.code_groupe
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET libelle = s.libelle, divisions = s.divisions, mef = s.mef, empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, code_groupe, libelle, divisions, mef, empreinte, numero_depot)
        VALUES (:uai, :annee, 'SIECLE', s.code_groupe, s.libelle, s.divisions, s.mef, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.code_groupe AS cle
), disparition AS (
    UPDATE referentiel.groupe c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'SIECLE' AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM siecle_groupe s WHERE s.code_groupe = c.code_groupe)
    RETURNING c.code_groupe AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
