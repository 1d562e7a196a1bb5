-- code: ONDE_ENFANT_HOMONYME
-- effet: REJET
-- file: eleve
-- libelle: L'enfant d'un responsable a un homonyme dans l'école.
-- anomalie: Ligne {ligne} : {nombre} élèves de l'école s'appellent {nom} {prenom} ; la classe ({classe}) ne dit pas lequel est cet enfant.
--   Le lien avec ce responsable n'a pas été pris, les liens déjà connus restent.
-- cause: L'extraction d'ONDE n'a pas d'autre clé que le nom, le prénom et la classe de l'enfant.
-- correction: Dans ONDE, distinguez ces élèves (deuxième prénom, nom d'usage) ou vérifiez leur classe, puis refaites les extractions.
SELECT v.rang AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, f.ligne::text AS ligne, v.candidats::text AS nombre,
       f.nom_de_famille AS nom, f.prenom, coalesce(f.classe, 'non donnée') AS classe
FROM onde_enfant_vu v JOIN onde_enfant f USING (rang)
WHERE v.eleve_id IS NULL AND v.candidats > 1
