-- element: epi-thematique
SELECT DISTINCT ON (thematique) jsonb_build_object('code', thematique, 'libelle', thematique_libelle)::text
FROM sortie_epi WHERE thematique_libelle IS NOT NULL ORDER BY thematique, thematique_libelle
