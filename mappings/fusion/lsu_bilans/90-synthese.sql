-- moment: synthese
SELECT (SELECT count(*) FROM lu_eleve), NULL::bigint
