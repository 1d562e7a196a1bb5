-- code: ELEGRP_A_03
-- famille: ELEGRP
-- effet: CORRECTION
-- file: groupe
-- libelle: Les dates d'inscription de l'élève dans un groupe sont invalides.
-- anomalie: La date de fin "{fin}" du groupe "{groupe}" n'est pas incluse dans la période scolaire autorisée sur l'année en cours
--   (du {rentree} au {sortie}). Celle-ci a été réinitialisée à {remise}.
-- cause: {explication}
-- correction: Rien de bloquant : l'inscription est gardée. Alignez le calendrier de PRONOTE sur celui de SIECLE.
SELECT v.rang_eleve, v.rang_lien, v.eleve_id AS identifiant, v.fin_defaut AS corrige_fin, v.code_groupe AS groupe,
       to_char(v.date_fin, 'DD/MM/YYYY') AS fin, to_char(v.rentree, 'DD/MM/YYYY') AS rentree,
       to_char(v.sortie, 'DD/MM/YYYY') AS sortie, to_char(v.fin_defaut, 'DD/MM/YYYY') AS remise,
       CASE WHEN v.date_fin = v.sortie_professeurs THEN 'Cette date est celle de la sortie des professeurs, non celle des élèves.'
            ELSE 'L''inscription finit après la sortie des élèves.' END AS explication
FROM elegroupe_lien_vu v
WHERE v.date_fin > v.sortie
  AND NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien = v.rang_lien)
      AND NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien IS NULL AND r.rang_eleve = v.rang_eleve)
