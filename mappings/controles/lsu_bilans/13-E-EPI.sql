-- code: E-EPI
-- effet: REFUS
-- file: format
-- anomalie: {projet} « {intitule} » : {explication}
-- cause: Un EPI réunit au moins deux disciplines différentes, chacune déclarée avec une seule modalité pour l'EPI, et chacun de ses
--   groupes n'enseigne qu'elles.
-- correction: Dans le logiciel d'évaluation, corrigez cet enseignement ou son groupe, puis refaites l'export.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, 'L''EPI' AS projet, left(p.intitule, 150) AS intitule,
       'il n''a pas deux disciplines différentes.' AS explication
FROM lu_projet p
WHERE p.element = 'epi' AND (SELECT count(DISTINCT d.code) FROM lu_discipline d WHERE d.id = ANY (p.discipline_refs)) < 2
UNION ALL
SELECT NULL, NULL, NULL, 'Le groupe', left(g.intitule, 150), 'il enseigne une discipline qui n''est pas de son EPI, ou pas avec la même modalité.'
FROM lu_groupe g JOIN lu_projet p ON p.id = g.projet_ref AND p.element = 'epi'
CROSS JOIN jsonb_array_elements(g.equipe) e
WHERE e ->> 'discipline_ref' <> ALL (p.discipline_refs)
