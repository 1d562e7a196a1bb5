-- Les élèves de la base SIECLE, sortis compris (R014). Une sortie au 31/12/9999 n'en est pas une (siecle.md §2).
-- entite: eleve
-- etape: siecle_eleve
-- cible: referentiel.eleve
-- cle: eleve_id
-- colonnes: ine, id_prv, nom_de_famille, nom_usage, prenom, prenom2, prenom3, date_naissance, sexe, code_mef, code_statut, code_regime,
--   date_entree, date_sortie, code_motif_sortie, courriel, telephone, empreinte
-- garde: oui
SELECT eleve_id, ine, id_prv, nom_de_famille, nom_usage, prenom, prenom2, prenom3, date_naissance, sexe, code_mef, code_statut, code_regime,
       date_entree, nullif(date_sortie, DATE '9999-12-31') AS date_sortie, code_motif_sortie, courriel, telephone,
       empreinte
FROM siecle_eleve
