-- element: element-programme
SELECT jsonb_build_object('id', ref, 'libelle', libelle)::text FROM sortie_element ORDER BY libelle
