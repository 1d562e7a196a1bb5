-- type: users
-- champs: userMasterIdentifier, username, userIds[].type, userIds[].identifier, enabledUser, givenName, familyName, middleName,
--   preferredFirstName, preferredMiddleName, preferredLastName, pronouns, roles[].roleType, roles[].role, roles[].org.sourcedId,
--   primaryOrg.sourcedId, identifier, email, sms, phone, agents[].sourcedId, grades[]
-- L'utilisateur du paquet et ses rôles, en un objet.
WITH de_personne AS (
    SELECT "userSourcedId" AS personne,
           jsonb_agg(jsonb_strip_nulls(jsonb_build_object('roleType', "roleType", 'role', role,
               'org', jsonb_build_object('sourcedId', "orgSourcedId", 'type', 'org'), 'beginDate', "beginDate", 'endDate', "endDate"))
               ORDER BY "roleType", "sourcedId") AS roles,
           array_agg(DISTINCT 'role@' || role) || array_agg('school@' || "orgSourcedId") || array_agg(role || '@' || "orgSourcedId") AS cles
    FROM f_roles GROUP BY 1
), de_classe AS (
    SELECT "userSourcedId" AS personne, array_agg(DISTINCT role || '@' || "classSourcedId" ORDER BY role || '@' || "classSourcedId") AS cles
    FROM f_enrollments GROUP BY 1
)
SELECT u."sourcedId" AS id,
       jsonb_strip_nulls(jsonb_build_object('userMasterIdentifier', u."userMasterIdentifier", 'username', u.username,
           'userIds', (SELECT jsonb_agg(jsonb_build_object('type', m[1], 'identifier', m[2]) ORDER BY m[1])
                       FROM regexp_matches(u."userIds", '\{([^:}]+):([^}]*)\}', 'g') m),
           'enabledUser', u."enabledUser"::text, 'givenName', u."givenName", 'familyName', u."familyName", 'middleName', u."middleName",
           'preferredFirstName', u."preferredGivenName", 'preferredMiddleName', u."preferredMiddleName",
           'preferredLastName', u."preferredFamilyName", 'pronouns', u.pronouns, 'roles', r.roles,
           'primaryOrg', jsonb_build_object('sourcedId', u."primaryOrgSourcedId", 'type', 'org'), 'identifier', u.identifier,
           'email', u.email, 'sms', u.sms, 'phone', u.phone,
           'agents', (SELECT jsonb_agg(jsonb_build_object('sourcedId', agent, 'type', 'user')) FROM unnest(string_to_array(u."agentSourcedIds", ',')) agent))) AS valeurs,
       r.cles || coalesce(c.cles, '{}') AS cles
FROM f_users u
JOIN de_personne r ON r.personne = u."sourcedId"
LEFT JOIN de_classe c ON c.personne = u."sourcedId"
