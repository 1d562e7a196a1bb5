-- element: discipline
SELECT jsonb_strip_nulls(jsonb_build_object('id', d.ref, 'code', d.code, 'code_national', d.code_national, 'modalite_election', d.modalite,
           'libelle', d.libelle, 'id_lv', l.ref))::text
FROM sortie_discipline d LEFT JOIN sortie_discipline l ON l.id = d.langue_id ORDER BY d.ref
