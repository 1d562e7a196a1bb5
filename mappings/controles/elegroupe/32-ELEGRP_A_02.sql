-- code: ELEGRP_A_02
-- famille: ELEGRP
-- effet: CORRECTION
-- file: groupe
-- libelle: Les dates d'inscription de l'élève dans un groupe sont invalides.
-- anomalie: La date de début "{debut}" du groupe "{groupe}" n'est pas incluse dans la période scolaire autorisée sur l'année en cours
--   (du {rentree} au {sortie}). Celle-ci a été réinitialisée à {remise}.
-- cause: L'inscription commence avant la rentrée des élèves.
-- correction: Rien de bloquant : l'inscription est gardée. Alignez le calendrier de PRONOTE sur celui de SIECLE.
SELECT v.rang_eleve, v.rang_lien, v.eleve_id AS identifiant, v.debut_defaut AS corrige_debut, v.code_groupe AS groupe,
       to_char(v.date_debut, 'DD/MM/YYYY') AS debut, to_char(v.rentree, 'DD/MM/YYYY') AS rentree,
       to_char(v.sortie, 'DD/MM/YYYY') AS sortie, to_char(v.debut_defaut, 'DD/MM/YYYY') AS remise
FROM elegroupe_lien_vu v
WHERE v.date_debut < v.rentree
  AND NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien = v.rang_lien)
      AND NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien IS NULL AND r.rang_eleve = v.rang_eleve)
