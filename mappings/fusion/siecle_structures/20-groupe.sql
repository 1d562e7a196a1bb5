-- Les groupes que SIECLE connaît : seuls ils peuvent recevoir des élèves (R060).
-- entite: groupe
-- etape: siecle_groupe
-- cible: referentiel.groupe WHERE source = 'SIECLE'
-- cle: source, code_groupe
-- colonnes: libelle, divisions, mef, empreinte
-- garde: oui
SELECT * FROM siecle_groupe
