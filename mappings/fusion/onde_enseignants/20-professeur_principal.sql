-- Les enseignants de chaque classe : une école n'a pas d'autre service.
-- entite: professeur_principal
-- cible: referentiel.professeur_principal WHERE enseignant_type = 'onde'
-- cle: code_division, enseignant_type, enseignant_id
SELECT DISTINCT code_division, enseignant_id FROM onde_enseignant_vu WHERE code_division IS NOT NULL
