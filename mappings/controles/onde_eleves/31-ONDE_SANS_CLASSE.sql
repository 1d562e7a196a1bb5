-- code: ONDE_SANS_CLASSE
-- effet: INFORMATION
-- file: eleve
-- libelle: Des élèves n'ont pas de classe.
-- anomalie: {nombre} élève(s) sans classe : ils ne seront dans aucun groupe de l'ENT.
-- cause: Ils ne sont pas encore répartis dans ONDE.
-- correction: ONDE > Élèves > Répartition : placez-les dans une classe, puis refaites l'extraction.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(*)::text AS nombre
FROM onde_eleve_vu WHERE code_division IS NULL
HAVING count(*) > 0
