-- code: EDT_SEMAINE
-- famille: ALTERNANCE
-- effet: CORRECTION
-- file: groupe
-- libelle: Des cours n'ont pas de semaine, ou des semaines ne commencent pas un lundi.
-- anomalie: Semaines de l'alternance "{alternance}" qui ne commencent pas un lundi ({nombre}) : {dates}. Chacune est ramenée au lundi d'avant.
-- cause: Une semaine va du lundi au dimanche ; celles d'EDT commencent un autre jour.
-- correction: Rien de bloquant. Dans EDT, Paramètres > Général, vérifiez le premier jour de la semaine et de l'année.
SELECT NULL::bigint AS rang_eleve, min(s.rang) AS rang_lien, NULL::text AS identifiant, s.code_alternance AS alternance, count(*) AS nombre,
       array_to_string((array_agg(to_char(s.debut, 'DD/MM/YYYY') ORDER BY s.debut))[1 : 5], ', ') AS dates
FROM emp_semaine s
WHERE extract(isodow FROM s.debut) <> 1
GROUP BY s.code_alternance
