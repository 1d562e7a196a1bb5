-- Les départements de l'académie.
-- entite: departement
-- etape: siecle_departement
-- cible: referentiel.departement
-- cle: code_departement
-- colonnes: code_insee, code_academie, libelle, empreinte
SELECT * FROM siecle_departement
