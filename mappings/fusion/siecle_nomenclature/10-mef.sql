-- Les formations retenues par l'établissement (R015).
-- entite: mef
-- etape: siecle_mef
-- cible: referentiel.mef WHERE source = 'SIECLE'
-- cle: source, code_mef
-- colonnes: formation, libelle, libelle_edition, code_mefstat, empreinte
SELECT * FROM siecle_mef
