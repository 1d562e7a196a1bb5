-- Élèves lus dans l'export.
-- moment: synthese
SELECT (SELECT count(*) FROM siecle_eleve) AS lus, NULL::bigint AS absents
