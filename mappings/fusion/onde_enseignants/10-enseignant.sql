-- Les enseignants de l'école, personne qui la dirige comprise.
-- entite: enseignant
-- cible: referentiel.enseignant WHERE type = 'onde'
-- cle: type, enseignant_id
-- colonnes: civilite, nom_usage, nom_patronymique, prenom, fonction, empreinte
-- compare: civilite, nom_usage, nom_patronymique, prenom, fonction
SELECT DISTINCT ON (v.enseignant_id) v.enseignant_id, upper(f.civilite) AS civilite, coalesce(f.nom_usage, f.nom) AS nom_usage,
       f.nom AS nom_patronymique, f.prenom,
       CASE WHEN bool_or(f.directeur) OVER (PARTITION BY v.enseignant_id) THEN 'DIR' ELSE 'ENS' END AS fonction, f.empreinte
FROM onde_enseignant_vu v JOIN onde_enseignant f USING (rang)
ORDER BY v.enseignant_id, v.place
