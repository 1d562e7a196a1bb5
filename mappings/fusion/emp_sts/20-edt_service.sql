-- Les services de l'emploi du temps, un par enseignant ; sans enseignant, le service seul. Un groupe refusé (C38_EDT) n'en a pas.
-- entite: edt_service
-- cible: referentiel.edt_service
-- cle: type_structure, code_structure, code_matiere, code_modalite, enseignant_type, enseignant_id
-- colonnes: heures, heures_enseignant, co_enseignement
SELECT DISTINCT ON (v.type_structure, v.code_structure, v.code_matiere, v.code_modalite, coalesce(e.enseignant_type, ''),
       coalesce(e.enseignant_id, ''))
       v.type_structure, v.code_structure, v.code_matiere, v.code_modalite,
       coalesce(e.enseignant_type, '') AS enseignant_type, coalesce(e.enseignant_id, '') AS enseignant_id,
       v.heures, e.heures AS heures_enseignant, v.co_enseignement
FROM emp_service v
LEFT JOIN emp_enseignant e ON e.type_structure = v.type_structure AND e.code_structure = v.code_structure
     AND e.code_matiere = v.code_matiere AND e.code_modalite = v.code_modalite
WHERE v.type_structure = 'D' OR v.code_structure NOT IN (SELECT valeurs ->> 'code' FROM constat WHERE code = 'C38_EDT')
ORDER BY 1, 2, 3, 4, 5, 6, v.rang, e.rang
