-- element: periode
SELECT DISTINCT ON (periode_ref) jsonb_strip_nulls(jsonb_build_object('id', periode_ref, 'millesime', (:annee)::text, 'indice', indice,
           'nb_periodes', nb_periodes, 'date_debut', CASE WHEN ecole THEN date_debut END, 'date_fin', CASE WHEN ecole THEN date_fin END))::text
FROM sortie_bilan WHERE NOT de_cycle ORDER BY periode_ref
