-- code: E-MILLESIME
-- famille: REJBILAN
-- effet: REJET
-- file: annee
-- libelle: Bilan non importé.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) est d'une autre année scolaire que celle qui est ouverte ({ouverte}).
-- cause: Le millésime écrit dans le fichier n'est pas celui de l'année en cours.
-- correction: Vérifiez que l'export vient bien de la base de l'année en cours du logiciel d'évaluation.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi, format('%s-%s', :annee::integer, :annee::integer + 1) AS ouverte
FROM lu_bilan b WHERE b.millesime <> :annee
