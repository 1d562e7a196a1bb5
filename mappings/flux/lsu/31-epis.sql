-- element: epi
SELECT DISTINCT ON (e.ref) jsonb_strip_nulls(jsonb_build_object('id', e.ref, 'intitule', e.intitule, 'thematique', e.thematique, 'description', e.description,
           'discipline_refs', (SELECT jsonb_agg(d.ref ORDER BY x.rang) FROM jsonb_array_elements_text(e.disciplines) WITH ORDINALITY AS x(id, rang)
                               JOIN sortie_discipline d ON d.id = x.id::bigint)))::text
FROM sortie_epi e ORDER BY e.ref
