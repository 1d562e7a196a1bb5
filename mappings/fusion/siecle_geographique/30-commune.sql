-- Les communes que connaît l'établissement.
-- entite: commune
-- etape: siecle_commune
-- cible: referentiel.commune
-- cle: code_insee
-- colonnes: code_departement, libelle, empreinte
SELECT * FROM siecle_commune
