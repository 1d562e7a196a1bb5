-- code: EDT_ENSEIGNANT
-- famille: C97
-- effet: AVERTISSEMENT
-- file: groupe
-- libelle: EDT emploie une classe, une matière ou un professeur que STS-WEB ne connaît pas.
-- anomalie: Le professeur {professeur} ({type}) de {nombre} service(s) ({structures}) n'est pas dans le dernier sts_emp.
-- cause: EDT travaille avec d'anciennes données de STS-WEB, ou la correspondance de ce professeur n'est pas faite.
-- correction: Dans EDT, Imports/Exports > STSWEB > Établir les correspondances, avec un sts_emp récent, puis exportez de nouveau (C42, C95, C97).
SELECT NULL::bigint AS rang_eleve, min(v.rang) AS rang_lien, NULL::text AS identifiant, v.enseignant_id AS professeur, v.enseignant_type AS type,
       count(*) AS nombre, array_to_string((array_agg(DISTINCT v.code_structure ORDER BY v.code_structure))[1 : 10], ', ') AS structures
FROM emp_enseignant v
WHERE EXISTS (SELECT FROM referentiel.enseignant e WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.disparu_le IS NULL)
  AND NOT EXISTS (SELECT FROM referentiel.enseignant e WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.disparu_le IS NULL
                  AND e.type = v.enseignant_type AND e.enseignant_id = v.enseignant_id)
  AND NOT EXISTS (SELECT FROM referentiel.bloc_de_moyens b WHERE b.uai = :uai AND b.annee_scolaire = :annee AND b.disparu_le IS NULL
                  AND b.type = v.enseignant_type AND b.enseignant_id = v.enseignant_id)
GROUP BY v.enseignant_type, v.enseignant_id
