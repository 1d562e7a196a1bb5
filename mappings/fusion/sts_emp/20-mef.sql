-- Les formations que STS emploie.
-- entite: mef
-- etape: sts_mef
-- cible: referentiel.mef WHERE source = 'STS'
-- cle: source, code_mef
-- colonnes: formation, libelle, libelle_edition, code_mefstat, empreinte
SELECT * FROM sts_mef
