-- code: A-MODALITES
-- effet: AVERTISSEMENT
-- file: eleve
-- libelle: Modalités d'accompagnement ignorées.
-- anomalie: Les données saisies dans la rubrique « modalités d'accompagnement » présentes dans le bilan de l'élève {nom} {prenom} ({classe})
--   {pour} ne sont pas prises en compte. Les dispositifs de personnalisation des parcours saisis dans ONDE sont désormais
--   directement importés dans le LSU lors de l'import.
-- cause: En 1D, les modalités d'accompagnement viennent d'ONDE, jamais du fichier.
-- correction: Saisissez les dispositifs dans ONDE ; ne les mettez plus dans le fichier.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.pour
FROM lu_bilan b
WHERE b.ecole AND jsonb_array_length(b.j -> 'modalites_accompagnement') > 0 AND NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET')
