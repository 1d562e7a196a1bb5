-- code: GROUPE_B_01
-- famille: GROUPE
-- effet: REJET
-- file: groupe
-- libelle: L'inscription de l'élève dans un groupe est invalide.
-- anomalie: L'élève non inscrit dans un MEF ne peut pas être inscrit dans un groupe. Toutes les inscriptions de groupe importées de l'élève ont
--   été rejetées.
-- cause: La fiche SIECLE de cet élève n'a pas de formation (MEF) : son inscription n'est pas terminée.
-- correction: Complétez l'onglet Scolarité de sa fiche dans SIECLE, déposez l'export SIECLE des élèves, puis de nouveau ce fichier.
SELECT DISTINCT v.rang_eleve, NULL::bigint AS rang_lien, v.eleve_id AS identifiant
FROM elegroupe_lien_vu v
WHERE v.code_mef IS NULL
