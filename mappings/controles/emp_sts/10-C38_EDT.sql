-- code: C38_EDT
-- famille: C38
-- effet: REJET
-- file: groupe
-- libelle: Une division et un groupe portent le même code.
-- anomalie: Le groupe "{code}" porte le code d'une division : il n'est pas pris, ni ses services, ni ses cours.
-- cause: Divisions et groupes partagent les mêmes codes : STS-WEB ne saurait pas lequel des deux est servi.
-- correction: Renommez le groupe dans EDT, puis refaites Imports/Exports > STSWEB > Exporter.
SELECT NULL::bigint AS rang_eleve, min(g.rang) AS rang_lien, NULL::text AS identifiant, g.code_groupe AS code
FROM emp_groupe g
WHERE g.code_groupe IN (SELECT code_division FROM emp_division)
   OR EXISTS (SELECT FROM referentiel.division d WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.source = 'STS' AND d.disparu_le IS NULL
              AND d.code_division = g.code_groupe)
GROUP BY g.code_groupe
