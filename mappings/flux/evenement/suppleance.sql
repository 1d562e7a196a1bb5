-- type: suppleance
-- Qui remplace qui, de quand à quand.
SELECT uai, annee_scolaire, concat_ws(':', personne_id, remplace_id, rang) AS cle,
       jsonb_strip_nulls(jsonb_build_object('personne', personne_id::text, 'remplace', remplace_id::text, 'dateDebut', date_debut,
           'dateFin', date_fin)) AS valeurs
FROM ent.suppleance WHERE disparu_le IS NULL
