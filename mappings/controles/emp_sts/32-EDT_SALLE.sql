-- code: EDT_SALLE
-- famille: SALLE
-- effet: INFORMATION
-- file: format
-- libelle: Des cours citent des salles que le fichier ne décrit pas.
-- anomalie: Salles de cours que le fichier ne décrit pas ({nombre}) : {salles}.
-- cause: EDT n'exporte que les salles qui ont un correspondant.
-- correction: Rien à faire : le code de la salle est gardé avec le cours.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(DISTINCT v.code_salle) AS nombre,
       array_to_string((array_agg(DISTINCT v.code_salle ORDER BY v.code_salle))[1 : 10], ', ') AS salles
FROM emp_cours v
WHERE v.code_salle NOT IN (SELECT code_salle FROM emp_salle)
HAVING count(*) > 0
