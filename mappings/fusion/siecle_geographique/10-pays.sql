-- Les pays. Une fermeture au 31/12/9999 n'en est pas une.
-- entite: pays
-- etape: siecle_pays
-- cible: referentiel.pays
-- cle: code_pays
-- colonnes: libelle_court, libelle, date_ouverture, date_fermeture, empreinte
SELECT code_pays, libelle_court, libelle, date_ouverture, nullif(date_fermeture, DATE '9999-12-31') AS date_fermeture, empreinte
FROM siecle_pays
