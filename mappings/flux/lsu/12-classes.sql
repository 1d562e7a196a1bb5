-- element: classe
SELECT DISTINCT ON (id_onde) jsonb_build_object('id', 'CL_' || id_onde, 'id_be', id_onde, 'libelle', left(classe_libelle, 50))::text
FROM sortie_bilan WHERE ecole ORDER BY id_onde
