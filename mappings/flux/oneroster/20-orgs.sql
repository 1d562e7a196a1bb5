-- fichier: orgs
-- exige: sourcedId, name, type
SELECT 'org-' || uai AS "sourcedId", NULL AS "status", NULL AS "dateLastModified", nom AS "name", 'school' AS "type", uai AS "identifier",
       NULL AS "parentSourcedId"
FROM roster_ecole ORDER BY 1
