-- code: EDT_DIVISION
-- famille: C97
-- effet: AVERTISSEMENT
-- file: groupe
-- libelle: EDT emploie une classe, une matière ou un professeur que STS-WEB ne connaît pas.
-- anomalie: La division "{division}" n'existe pas dans le dernier sts_emp.
-- cause: Les divisions se créent dans STS-WEB seulement : cette classe d'EDT n'a pas de correspondant.
-- correction: Dans EDT, complétez l'onglet STSWEB, classes, ou créez la division dans STS-WEB, puis exportez de nouveau (C97, R062).
WITH citee AS (
    SELECT code_division AS code, rang FROM emp_division
    UNION ALL
    SELECT unnest(divisions), rang FROM emp_groupe
)
SELECT NULL::bigint AS rang_eleve, min(c.rang) AS rang_lien, NULL::text AS identifiant, c.code AS division
FROM citee c
WHERE EXISTS (SELECT FROM referentiel.division d WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.source = 'STS' AND d.disparu_le IS NULL)
  AND NOT EXISTS (SELECT FROM referentiel.division d WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.source = 'STS' AND d.disparu_le IS NULL
                  AND d.code_division = c.code)
GROUP BY c.code
