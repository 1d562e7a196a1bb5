-- L'année scolaire de l'établissement : SIECLE fait référence (R016).
-- entite: calendrier
-- etape: siecle_annee
-- cible: referentiel.calendrier
-- colonnes: rentree_eleves, sortie_eleves, rentree_professeurs, sortie_professeurs, empreinte
SELECT * FROM siecle_annee
