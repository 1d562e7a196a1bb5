-- fichier: academicSessions
-- exige: sourcedId, title, type, startDate, endDate, schoolYear
-- L'année scolaire de chaque territoire. schoolYear est l'année de sa fin.
SELECT DISTINCT ON (session) session AS "sourcedId", NULL AS "status", NULL AS "dateLastModified", libelle AS "title", 'schoolYear' AS "type",
       debut AS "startDate", fin AS "endDate", NULL AS "parentSourcedId", extract(year FROM fin)::integer AS "schoolYear"
FROM roster_ecole ORDER BY session, debut
