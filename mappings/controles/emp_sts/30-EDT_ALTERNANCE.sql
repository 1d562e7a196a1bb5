-- code: EDT_ALTERNANCE
-- famille: ALTERNANCE
-- effet: REJET
-- file: groupe
-- libelle: Des cours n'ont pas de semaine, ou des semaines ne commencent pas un lundi.
-- anomalie: L'alternance "{alternance}" n'est pas décrite dans le fichier ; cours non pris : {nombre} ({structures}).
-- cause: Sans la liste de ses semaines, on ne sait pas quand ces cours ont lieu.
-- correction: Dans EDT, vérifiez les périodes et fréquences de ces cours, puis refaites Imports/Exports > STSWEB > Exporter.
SELECT NULL::bigint AS rang_eleve, min(v.rang) AS rang_lien, NULL::text AS identifiant, v.code_alternance AS alternance, count(*) AS nombre,
       array_to_string((array_agg(DISTINCT v.code_structure ORDER BY v.code_structure))[1 : 10], ', ') AS structures
FROM emp_cours v
WHERE NOT EXISTS (SELECT FROM emp_alternance a WHERE a.code_alternance = v.code_alternance)
GROUP BY v.code_alternance
