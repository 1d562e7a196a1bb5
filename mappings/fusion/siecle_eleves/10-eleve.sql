-- Les élèves de la base SIECLE, sortis compris (R014).
-- entite: eleve
-- etape: siecle_eleve
-- cible: referentiel.eleve
-- cle: eleve_id
-- colonnes: ine, id_prv, nom_de_famille, nom_usage, prenom, prenom2, prenom3, date_naissance, sexe, code_mef, code_statut, code_regime,
--   date_entree, date_sortie, code_motif_sortie, courriel, empreinte
-- garde: oui
SELECT * FROM siecle_eleve
