-- code: E-CONSEIL
-- famille: REJBILAN
-- effet: REJET
-- file: eleve
-- libelle: Bilan non importé.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) n'a pas de date de conseil de classe.
-- cause: La date du conseil de classe est obligatoire.
-- correction: Donnez-la à la classe dans le logiciel d'évaluation, puis refaites l'export.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi
FROM lu_bilan b WHERE NOT b.ecole AND NOT b.de_cycle AND b.j ->> 'date_conseil_classe' IS NULL
