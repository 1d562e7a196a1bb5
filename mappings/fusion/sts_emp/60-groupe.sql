-- Les groupes de STS, leur autorité (R013).
-- entite: groupe
-- etape: sts_groupe
-- cible: referentiel.groupe WHERE source = 'STS'
-- cle: source, code_groupe
-- colonnes: libelle, divisions, mef, empreinte
-- garde: oui
SELECT * FROM sts_groupe
