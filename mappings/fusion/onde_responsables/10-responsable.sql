-- Les responsables d'au moins un élève de l'école.
-- entite: responsable
-- cible: referentiel.responsable WHERE source = 'ONDE'
-- cle: personne_id
-- colonnes: civilite, nom_de_famille, nom_usage, prenom, courriel, telephone, portable, empreinte
-- compare: civilite, nom_de_famille, nom_usage, prenom, courriel, telephone, portable
-- reste: c.personne_id IN (SELECT personne_id FROM onde_responsable_garde)
-- garde: oui
SELECT v.personne_id, upper(r.civilite) AS civilite, r.nom_de_famille, r.nom_usage, r.prenom, r.courriel, r.telephone, r.portable, r.empreinte
FROM onde_responsable_vu v JOIN onde_responsable r USING (rang)
WHERE v.place = 1
