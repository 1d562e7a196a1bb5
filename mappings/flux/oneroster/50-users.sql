-- fichier: users
-- exige: sourcedId, enabledUser, username, givenName, familyName
-- cite: agentSourcedIds users, primaryOrgSourcedId orgs
-- Élèves, responsables, enseignants et personnels. L'INE n'est donné qu'à qui a « users.ine » dans ses champs.
WITH lien AS MATERIALIZED (
    SELECT DISTINCT e.personne_id AS eleve, r.personne_id AS responsable
    FROM referentiel.eleve_responsable l
    JOIN roster_presence e ON e.uai = l.uai AND e.annee_scolaire = l.annee_scolaire AND e.systeme = 'SIECLE_ELEVE' AND e.cle = l.eleve_id
    JOIN roster_presence r ON r.uai = l.uai AND r.annee_scolaire = l.annee_scolaire AND r.systeme = 'SIECLE_RESPONSABLE' AND r.cle = l.personne_id
    WHERE l.disparu_le IS NULL
), agent AS (
    SELECT personne_id, string_agg('u-' || autre, ',' ORDER BY autre) AS agents
    FROM (SELECT eleve AS personne_id, responsable AS autre FROM lien UNION ALL SELECT responsable, eleve FROM lien) x GROUP BY personne_id
)
SELECT 'u-' || p.personne_id AS "sourcedId", NULL AS "status", NULL AS "dateLastModified", true AS "enabledUser", 'u' || p.personne_id AS "username",
       concat_ws(',', format('{AAF:%s}', p.personne_id), CASE WHEN 'users.ine' = ANY (:champs) AND p.ine IS NOT NULL THEN format('{INE:%s}', p.ine) END) AS "userIds",
       p.prenom AS "givenName", p.nom AS "familyName", NULL AS "middleName",
       CASE WHEN 'users.ine' = ANY (:champs) THEN coalesce(p.ine, p.personne_id::text) ELSE p.personne_id::text END AS "identifier",
       NULL AS "email", NULL AS "sms", NULL AS "phone", a.agents AS "agentSourcedIds", NULL AS "grades", NULL AS "password", NULL AS "userMasterIdentifier",
       NULL AS "resourceSourcedIds", NULL AS "preferredGivenName", NULL AS "preferredMiddleName", NULL AS "preferredFamilyName",
       'org-' || p.uai AS "primaryOrgSourcedId", NULL AS "pronouns"
FROM roster_personne p LEFT JOIN agent a USING (personne_id) ORDER BY 1
