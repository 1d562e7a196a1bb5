-- Les professeurs principaux des divisions.
-- entite: professeur_principal
-- cible: referentiel.professeur_principal
-- cle: code_division, enseignant_type, enseignant_id
-- colonnes: date_debut, date_fin
SELECT DISTINCT ON (code_division, type, enseignant_id)
       code_division, type AS enseignant_type, enseignant_id, date_debut, date_fin
FROM sts_professeur_principal ORDER BY code_division, type, enseignant_id, rang
