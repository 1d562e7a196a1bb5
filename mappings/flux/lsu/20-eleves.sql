-- element: eleve
SELECT jsonb_strip_nulls(jsonb_build_object('id', ref, 'nom', nom, 'prenom', nullif(prenom, ''), 'id_be', CASE WHEN NOT ecole THEN id_be END,
           'code_division', CASE WHEN NOT ecole THEN classe END, 'ine', CASE WHEN ecole THEN ine END,
           'classe_ref', CASE WHEN ecole THEN 'CL_' || id_onde END))::text
FROM sortie_eleve ORDER BY eleve_id
