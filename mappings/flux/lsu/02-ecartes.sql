-- element: ecartes
SELECT jsonb_build_object('uai', :uai, 'eleve', eleve, 'objet', objet, 'motif', motif)::text FROM sortie_ecarte ORDER BY eleve, objet, motif
