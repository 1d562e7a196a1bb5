-- element: directeur
SELECT jsonb_build_object('id', ref, 'civilite', sign_civilite, 'nom', sign_nom, 'prenom', sign_prenom)::text
FROM sortie_signataire WHERE ecole ORDER BY ref
