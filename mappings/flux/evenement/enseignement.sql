-- type: enseignement
-- Qui enseigne quelle matière à quelle classe ou quel groupe.
SELECT uai, annee_scolaire, concat_ws(':', groupe_id, personne_id, code_matiere) AS cle,
       jsonb_build_object('groupe', groupe_id::text, 'personne', personne_id::text, 'codeMatiere', code_matiere, 'matiere', matiere) AS valeurs
FROM ent.v_enseignement WHERE disparu_le IS NULL
