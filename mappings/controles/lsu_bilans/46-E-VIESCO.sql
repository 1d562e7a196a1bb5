-- code: E-VIESCO
-- famille: REJBILAN
-- effet: REJET
-- file: eleve
-- libelle: Bilan non importé.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) ne dit pas les retards et les absences.
-- cause: Les trois compteurs de la vie scolaire sont obligatoires : retards, absences justifiées, absences injustifiées.
-- correction: Récupérez les données de la vie scolaire dans le logiciel d'évaluation (0 s'il n'y en a pas), puis refaites l'export.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi
FROM lu_bilan b
WHERE NOT b.ecole AND NOT b.de_cycle
  AND num_nulls(b.j -> 'vie_scolaire' ->> 'nb_retards', b.j -> 'vie_scolaire' ->> 'nb_abs_justifiees', b.j -> 'vie_scolaire' ->> 'nb_abs_injustifiees') > 0
