-- Qui remplace qui, de quand à quand, pour ce qui se lit du bloc SUPPLEANTS (05-suppleance).
-- entite: suppleance
-- cible: referentiel.suppleance
-- cle: type, enseignant_id, remplace_type, remplace_id, rang
-- colonnes: date_debut, date_fin
SELECT type, enseignant_id, remplace_type, remplace_id, date_debut, date_fin,
       row_number() OVER (PARTITION BY type, enseignant_id, remplace_type, remplace_id ORDER BY place) AS rang
FROM sts_suppleance
