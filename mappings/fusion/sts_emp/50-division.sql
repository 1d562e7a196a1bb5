-- Les divisions de STS, leur autorité (R013).
-- entite: division
-- etape: sts_division
-- cible: referentiel.division WHERE source = 'STS'
-- cle: source, code_division
-- colonnes: libelle, mef, empreinte
SELECT * FROM sts_division
