-- code: GROUPE_B_02
-- famille: GROUPE
-- effet: REJET
-- file: groupe
-- libelle: L'inscription de l'élève dans un groupe est invalide.
-- anomalie: Le groupe "{groupe}" n'est pas rattaché au MEF ("{mef}") de l'élève. L'inscription de l'élève dans ce groupe a été rejetée.
-- cause: Dans STS-WEB, ce groupe n'est pas rattaché à la formation de l'élève.
-- correction: STS-WEB > Structure : rattachez le groupe au MEF, puis Exports > Structure (4a), puis déposez de nouveau les liens (5).
SELECT v.rang_eleve, v.rang_lien, v.eleve_id AS identifiant, v.code_groupe AS groupe, v.code_mef AS mef
FROM elegroupe_lien_vu v
WHERE v.groupe_connu AND v.code_mef IS NOT NULL AND NOT (v.code_mef = ANY (v.mef_groupe))
