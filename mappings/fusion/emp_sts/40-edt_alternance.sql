-- Les alternances : les lundis de leurs semaines. Un autre jour est ramené au lundi de sa semaine (EDT_SEMAINE).
-- entite: edt_alternance
-- etape: emp_alternance
-- cible: referentiel.edt_alternance
-- cle: code_alternance
WITH voulu AS MATERIALIZED (
    SELECT a.code_alternance, a.libelle_court, a.libelle,
           ARRAY(SELECT DISTINCT date_trunc('week', s.debut::timestamp)::date FROM emp_semaine s
                 WHERE s.code_alternance = a.code_alternance ORDER BY 1) AS semaines
    FROM emp_alternance a
), fusion AS (
    MERGE INTO referentiel.edt_alternance c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.code_alternance = s.code_alternance
    WHEN MATCHED AND (c.disparu_le IS NOT NULL OR (c.libelle_court, c.libelle, c.semaines) IS DISTINCT FROM (s.libelle_court, s.libelle, s.semaines)) THEN
        UPDATE SET libelle_court = s.libelle_court, libelle = s.libelle, semaines = s.semaines, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, code_alternance, libelle_court, libelle, semaines, numero_depot)
        VALUES (:uai, :annee, s.code_alternance, s.libelle_court, s.libelle, s.semaines, :numero)
    RETURNING merge_action() AS operation, c.code_alternance AS cle
), disparition AS (
    UPDATE referentiel.edt_alternance c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM emp_alternance s WHERE s.code_alternance = c.code_alternance)
    RETURNING c.code_alternance AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
