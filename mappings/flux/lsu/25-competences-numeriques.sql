-- element: competences-numeriques-commun
SELECT DISTINCT ON (ref) jsonb_build_object('id', ref, 'code_structure', structure_code, 'type_structure', structure_type, 'texte', texte)::text
FROM sortie_numerique ORDER BY ref
