-- Élèves lus dans le fichier ; un élève absent a disparu, il n'y en a pas d'autres.
-- moment: synthese
SELECT (SELECT count(*) FROM onde_eleve) AS lus, NULL::bigint AS absents
