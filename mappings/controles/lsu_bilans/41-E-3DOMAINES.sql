-- code: E-3DOMAINES
-- famille: REJBILAN
-- effet: REJET
-- file: eleve
-- libelle: Bilan non importé.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) n'a que {nombre} domaine(s) rempli(s) : il en faut au moins trois.
-- cause: Un domaine est rempli par un positionnement avec un élément du programme, ou par une appréciation.
-- correction: Complétez le bilan dans le logiciel d'évaluation, puis refaites l'export.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi, n.nombre::text AS nombre
FROM lu_bilan b
CROSS JOIN LATERAL (SELECT count(DISTINCT a.domaine) AS nombre FROM lu_acquis a
                    WHERE a.bilan = b.rang AND (a.appreciation IS NOT NULL OR a.positionnement IS NOT NULL AND a.element_refs IS NOT NULL)) n
WHERE b.ecole AND NOT b.de_cycle AND n.nombre BETWEEN 0 AND 2 AND EXISTS (SELECT FROM lu_acquis a WHERE a.bilan = b.rang)
