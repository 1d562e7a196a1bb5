-- code: ELEGRP_A_01
-- famille: ELEGRP
-- effet: CORRECTION
-- file: groupe
-- libelle: Les dates d'inscription de l'élève dans un groupe sont invalides.
-- anomalie: La date de début "{debut}" n'est pas antérieure à la date de fin "{fin}" pour le groupe "{groupe}". Celle-ci a été réinitialisée à
--   {remise}.
-- cause: Dans PRONOTE, l'inscription commence le jour où elle finit, ou après.
-- correction: Rien de bloquant : l'inscription est gardée. Corrigez les dates dans PRONOTE, Ressources > Groupes.
SELECT v.rang_eleve, v.rang_lien, v.eleve_id AS identifiant, v.debut_defaut AS corrige_debut, v.code_groupe AS groupe,
       to_char(v.date_debut, 'DD/MM/YYYY') AS debut, to_char(v.date_fin, 'DD/MM/YYYY') AS fin, to_char(v.debut_defaut, 'DD/MM/YYYY') AS remise
FROM elegroupe_lien_vu v
WHERE v.date_debut >= v.date_fin AND v.date_debut BETWEEN v.rentree AND v.sortie
  AND NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien = v.rang_lien)
      AND NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien IS NULL AND r.rang_eleve = v.rang_eleve)
