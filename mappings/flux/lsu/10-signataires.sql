-- element: responsable-etab
SELECT jsonb_build_object('id', ref, 'libelle', sign_nom)::text FROM sortie_signataire WHERE NOT ecole ORDER BY ref
