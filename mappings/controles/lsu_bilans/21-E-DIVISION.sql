-- code: E-DIVISION
-- famille: REJBILAN
-- effet: REJET
-- file: etablissement
-- libelle: Bilan non importé.
-- anomalie: La division « {classe} » du {quoi} de l'élève {nom} {prenom} n'est pas une division de l'établissement.
-- cause: Le code de division du fichier n'est ni dans SIECLE ni dans STS-WEB, tels que la passerelle les a reçus.
-- correction: Donnez à la division, dans le logiciel d'évaluation, le code de STS-WEB. Si elle est nouvelle, déposez d'abord l'export SIECLE
--   des structures.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi
FROM lu_bilan b WHERE NOT b.ecole AND b.classe_id IS NULL
