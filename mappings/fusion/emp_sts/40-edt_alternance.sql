-- Les alternances : les lundis de leurs semaines. Un autre jour est ramené au lundi de sa semaine (EDT_SEMAINE).
-- entite: edt_alternance
-- etape: emp_alternance
-- cible: referentiel.edt_alternance
-- cle: code_alternance
-- colonnes: libelle_court, libelle, semaines
SELECT a.code_alternance, a.libelle_court, a.libelle,
       ARRAY(SELECT DISTINCT date_trunc('week', s.debut::timestamp)::date FROM emp_semaine s
             WHERE s.code_alternance = a.code_alternance ORDER BY 1) AS semaines
FROM emp_alternance a
