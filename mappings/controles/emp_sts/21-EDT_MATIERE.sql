-- code: EDT_MATIERE
-- famille: C97
-- effet: AVERTISSEMENT
-- file: groupe
-- libelle: EDT emploie une classe, une matière ou un professeur que STS-WEB ne connaît pas.
-- anomalie: La matière "{matiere}" ({nombre} service(s) : {structures}) n'est pas dans les nomenclatures du dernier sts_emp.
-- cause: Une matière créée dans EDT ne remonte pas : elle doit correspondre à une matière de STS-WEB.
-- correction: Dans EDT, complétez l'onglet STSWEB, matières ; si la matière manque, sélectionnez-la dans SIECLE > Nomenclatures (C40, C97).
SELECT NULL::bigint AS rang_eleve, min(v.rang) AS rang_lien, NULL::text AS identifiant, v.code_matiere AS matiere, count(*) AS nombre,
       array_to_string((array_agg(DISTINCT v.code_structure ORDER BY v.code_structure))[1 : 10], ', ') AS structures
FROM emp_service v
WHERE EXISTS (SELECT FROM referentiel.matiere m WHERE m.uai = :uai AND m.annee_scolaire = :annee AND m.source = 'STS' AND m.disparu_le IS NULL)
  AND NOT EXISTS (SELECT FROM referentiel.matiere m WHERE m.uai = :uai AND m.annee_scolaire = :annee AND m.source = 'STS' AND m.disparu_le IS NULL
                  AND m.code_matiere = v.code_matiere)
GROUP BY v.code_matiere
