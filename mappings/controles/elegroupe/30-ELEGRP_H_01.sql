-- code: ELEGRP_H_01
-- famille: ELEGRP
-- effet: REJET
-- file: groupe
-- libelle: Les dates d'inscription de l'élève dans un groupe sont invalides.
-- anomalie: L'inscription dans le groupe "{groupe}" (du {debut} au {fin}) est entièrement hors de l'année scolaire (du {rentree} au {sortie}).
--   Elle a été rejetée.
-- cause: Les dates de ce groupe dans PRONOTE ne sont pas celles de l'année en cours.
-- correction: Corrigez-les dans PRONOTE, Ressources > Groupes, puis exportez de nouveau.
SELECT v.rang_eleve, v.rang_lien, v.eleve_id AS identifiant, v.code_groupe AS groupe,
       coalesce(to_char(v.date_debut, 'DD/MM/YYYY'), '…') AS debut, coalesce(to_char(v.date_fin, 'DD/MM/YYYY'), '…') AS fin,
       to_char(v.rentree, 'DD/MM/YYYY') AS rentree, to_char(v.sortie, 'DD/MM/YYYY') AS sortie
FROM elegroupe_lien_vu v
WHERE (v.date_fin < v.rentree OR v.date_debut > v.sortie)
  AND NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien = v.rang_lien)
      AND NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien IS NULL AND r.rang_eleve = v.rang_eleve)
