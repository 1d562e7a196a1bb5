-- Les matières que STS emploie.
-- entite: matiere
-- etape: sts_matiere
-- cible: referentiel.matiere WHERE source = 'STS'
-- cle: source, code_matiere
-- colonnes: code_gestion, libelle_court, libelle, libelle_edition, empreinte
SELECT * FROM sts_matiere
