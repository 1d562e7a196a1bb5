-- element: enseignant
SELECT DISTINCT ON (ref) jsonb_strip_nulls(jsonb_build_object('id', ref, 'type', type, 'id_sts', id_sts, 'civilite', civilite, 'nom', left(nom, 100),
           'prenom', coalesce(left(prenom, 100), CASE WHEN type IS NULL THEN '-' END)))::text
FROM sortie_enseignant ORDER BY ref
