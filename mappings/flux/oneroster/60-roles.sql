-- fichier: roles
-- exige: sourcedId, userSourcedId, roleType, role, orgSourcedId
-- cite: userSourcedId users, orgSourcedId orgs
-- Un rôle par personne et établissement ; un seul est principal.
SELECT DISTINCT ON (1) format('r-%s-%s', r.personne_id, r.uai) AS "sourcedId", NULL AS "status", NULL AS "dateLastModified",
       'u-' || r.personne_id AS "userSourcedId", CASE WHEN r.uai = p.uai THEN 'primary' ELSE 'secondary' END AS "roleType",
       CASE r.profil
           WHEN 'Eleve' THEN 'student'
           WHEN 'Responsable' THEN 'parent'
           WHEN 'Enseignant' THEN 'teacher'
           ELSE CASE WHEN n.fonction = 'DIR' THEN 'principal' WHEN n.fonction IN ('EDU', 'AED', 'ADE', 'AES') THEN 'aide'
                     WHEN n.fonction IN ('ORI', 'PSY') THEN 'counselor' ELSE 'ext:administratif' END
       END AS "role",
       NULL AS "beginDate", NULL AS "endDate", 'org-' || r.uai AS "orgSourcedId", NULL AS "userProfileSourcedId"
FROM roster_presence r
JOIN roster_personne p USING (personne_id)
LEFT JOIN referentiel.enseignant n ON n.uai = r.uai AND n.annee_scolaire = r.annee_scolaire AND r.systeme = 'STS' AND r.cle = n.type || ':' || n.enseignant_id
ORDER BY 1, r.profil
