-- Les établissements que l'établissement connaît. Une fermeture au 31/12/9999 n'en est pas une.
-- entite: etablissement_connu
-- etape: siecle_etablissement_connu
-- cible: referentiel.etablissement_connu
-- cle: code_uai
-- colonnes: code_type, code_nature, code_secteur, code_academie, sigle, denomination, complement, code_postal, code_commune_insee,
--   commune_etrangere, code_pays, date_ouverture, date_fermeture, empreinte
SELECT code_uai, code_type, code_nature, code_secteur, code_academie, sigle, denomination, complement, code_postal, code_commune_insee,
       commune_etrangere, code_pays, date_ouverture, nullif(date_fermeture, DATE '9999-12-31') AS date_fermeture, empreinte
FROM siecle_etablissement_connu
