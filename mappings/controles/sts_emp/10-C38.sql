-- code: C38
-- effet: AVERTISSEMENT
-- file: groupe
-- libelle: Une division et un groupe portent le même code.
-- anomalie: Le code {code} est utilisé deux fois, par une division et par un groupe.
-- cause: Divisions et groupes partagent les mêmes codes : l'emploi du temps et SIECLE ne sauraient pas lequel des deux est visé.
-- correction: Renommez l'un des deux dans STS-WEB, puis Exports > Structure.
SELECT NULL::bigint AS rang_eleve, min(g.rang) AS rang_lien, NULL::text AS identifiant, g.code_groupe AS code
FROM sts_groupe g JOIN sts_division d ON d.code_division = g.code_groupe
GROUP BY g.code_groupe
