-- fichier: classes
-- exige: sourcedId, title, courseSourcedId, classType, schoolSourcedId, termSourcedIds
-- cite: courseSourcedId courses, schoolSourcedId orgs, termSourcedIds academicSessions
SELECT c.id AS "sourcedId", NULL AS "status", NULL AS "dateLastModified", c.titre AS "title", NULL AS "grades",
       format('crs-%s-%s', c.uai, coalesce(c.matiere, 'div')) AS "courseSourcedId", c.code AS "classCode",
       CASE WHEN c.matiere IS NULL THEN 'homeroom' ELSE 'scheduled' END AS "classType", NULL AS "location", 'org-' || c.uai AS "schoolSourcedId",
       e.session AS "termSourcedIds", c.libelle AS "subjects", c.matiere AS "subjectCodes", NULL AS "periods"
FROM roster_classe c JOIN roster_ecole e USING (uai, annee_scolaire) ORDER BY 1
