-- code: E-SAISIE
-- famille: REJBILAN
-- effet: REJET
-- file: eleve
-- libelle: Bilan non importé.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) a été saisi directement dans le LSU : il n'est pas remplacé.
-- cause: Un bilan saisi directement, surtout verrouillé, n'est jamais écrasé par un import.
-- correction: Pour l'importer, supprimez d'abord ce bilan dans le LSU ; sinon retirez-le du fichier.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi
FROM lu_bilan b
WHERE EXISTS (SELECT FROM lsu.bilan_periodique x WHERE NOT b.de_cycle AND (x.eleve_id, x.periode_id) = (b.eleve_id, b.periode_id) AND x.mode = 'SAISIE_DIRECTE')
   OR EXISTS (SELECT FROM lsu.bilan_cycle x WHERE b.de_cycle AND x.eleve_id = b.eleve_id AND x.cycle = (b.j ->> 'cycle')::integer AND x.mode = 'SAISIE_DIRECTE')
