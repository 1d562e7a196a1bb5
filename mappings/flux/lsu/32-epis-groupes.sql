-- element: epi-groupe
SELECT DISTINCT ON (e.groupe_ref) jsonb_strip_nulls(jsonb_build_object('id', e.groupe_ref, 'epi_ref', e.ref, 'intitule', e.groupe,
           'commentaire', e.commentaire_groupe, 'enseignants_disciplines',
           (SELECT jsonb_agg(jsonb_build_object('enseignant_ref', n.ref, 'discipline_ref', d.ref) ORDER BY x.rang)
            FROM jsonb_array_elements(e.enseignants_disciplines) WITH ORDINALITY AS x(j, rang)
            JOIN sortie_enseignant n ON n.enseignant_id = (x.j ->> 'enseignant')::bigint
            JOIN sortie_discipline d ON d.id = (x.j ->> 'discipline')::bigint)))::text
FROM sortie_epi e ORDER BY e.groupe_ref
