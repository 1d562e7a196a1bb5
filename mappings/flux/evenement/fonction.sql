-- type: fonction
-- Ce que fait une personne dans cet établissement ; PP : professeur principal de la classe.
SELECT uai, annee_scolaire, concat_ws(':', personne_id, fonction, nullif(code_division, '')) AS cle,
       jsonb_strip_nulls(jsonb_build_object('personne', personne_id::text, 'fonction', fonction, 'classe', nullif(code_division, ''),
           'disciplines', nullif(to_jsonb(disciplines), '[]'), 'dateDebut', date_debut, 'dateFin', date_fin)) AS valeurs
FROM ent.fonction WHERE disparu_le IS NULL
