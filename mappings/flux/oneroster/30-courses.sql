-- fichier: courses
-- exige: sourcedId, title, orgSourcedId
-- cite: schoolYearSourcedId academicSessions, orgSourcedId orgs
-- Un cours par matière de l'établissement, et un pour ses divisions.
SELECT format('crs-%s-%s', c.uai, c.matiere) AS "sourcedId", NULL AS "status", NULL AS "dateLastModified", e.session AS "schoolYearSourcedId",
       min(c.libelle) AS "title", c.matiere AS "courseCode", NULL AS "grades", 'org-' || c.uai AS "orgSourcedId", min(c.libelle) AS "subjects",
       c.matiere AS "subjectCodes"
FROM roster_cours c JOIN roster_ecole e USING (uai, annee_scolaire) GROUP BY c.uai, c.matiere, e.session
UNION ALL
SELECT format('crs-%s-div', uai), NULL, NULL, session, 'Division', NULL, NULL, 'org-' || uai, NULL, NULL FROM roster_ecole
ORDER BY 1
