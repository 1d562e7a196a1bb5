-- Les divisions que SIECLE connaît.
-- entite: division
-- etape: siecle_division
-- cible: referentiel.division WHERE source = 'SIECLE'
-- cle: source, code_division
-- colonnes: libelle, mef, empreinte
SELECT * FROM siecle_division
