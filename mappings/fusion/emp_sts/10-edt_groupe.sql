-- Les groupes que l'emploi du temps envoie à STS, sauf ceux qui portent le code d'une division (C38_EDT).
-- entite: edt_groupe
-- etape: emp_groupe
-- cible: referentiel.edt_groupe
-- cle: code_groupe
WITH fusion AS (
    MERGE INTO referentiel.edt_groupe c USING (SELECT * FROM emp_groupe WHERE code_groupe NOT IN (SELECT valeurs ->> 'code' FROM constat WHERE code = 'C38_EDT')) s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.code_groupe = s.code_groupe
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET libelle = s.libelle, divisions = s.divisions, effectif_prevu = s.effectif_prevu, effectif_max = s.effectif_max,
                   empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, code_groupe, libelle, divisions, effectif_prevu, effectif_max, empreinte, numero_depot)
        VALUES (:uai, :annee, s.code_groupe, s.libelle, s.divisions, s.effectif_prevu, s.effectif_max, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.code_groupe AS cle
), disparition AS (
    UPDATE referentiel.edt_groupe c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM emp_groupe s WHERE s.code_groupe = c.code_groupe AND s.code_groupe NOT IN (SELECT valeurs ->> 'code' FROM constat WHERE code = 'C38_EDT'))
    RETURNING c.code_groupe AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
