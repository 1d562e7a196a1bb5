-- Les responsables des élèves.
-- entite: responsable
-- etape: siecle_responsable
-- cible: referentiel.responsable
-- cle: personne_id
-- colonnes: civilite, nom_de_famille, nom_usage, prenom, courriel, telephone, portable, empreinte
SELECT * FROM siecle_responsable
