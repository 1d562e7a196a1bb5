-- Les matières retenues par l'établissement (R015).
-- entite: matiere
-- etape: siecle_matiere
-- cible: referentiel.matiere WHERE source = 'SIECLE'
-- cle: source, code_matiere
-- colonnes: code_gestion, libelle_court, libelle, libelle_edition, empreinte
SELECT * FROM siecle_matiere
