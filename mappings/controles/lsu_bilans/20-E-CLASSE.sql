-- code: E-CLASSE
-- famille: REJBILAN
-- effet: REJET
-- file: etablissement
-- libelle: Bilan non importé.
-- anomalie: La classe référencée dans le bilan de l'élève {nom} {prenom} ({classe}) {pour} est inconnue dans la base de données ONDE.
--   Vérifiez les données dans ONDE, puis le logiciel d'évaluation.
-- cause: L'identifiant de la classe écrit dans le fichier n'est pas celui d'ONDE ; souvent, c'est l'UAI qui y a été mis.
-- correction: Prenez l'identifiant dans l'extraction d'ONDE, colonne « Identifiant classe », et donnez-le à la classe dans le logiciel
--   d'évaluation.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.pour
FROM lu_bilan b WHERE b.ecole AND b.classe_id IS NULL
