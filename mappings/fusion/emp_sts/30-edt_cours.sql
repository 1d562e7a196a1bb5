-- Les cours placés. Sans alternance connue, un cours n'a pas de semaine : il n'est pas pris (EDT_ALTERNANCE) ; ni ceux d'un groupe refusé (C38_EDT).
-- entite: edt_cours
-- cible: referentiel.edt_cours
-- cle: type_structure, code_structure, code_matiere, code_modalite, enseignant_type, enseignant_id, code_alternance, jour, heure_debut
-- colonnes: duree, code_salle
SELECT DISTINCT ON (v.type_structure, v.code_structure, v.code_matiere, v.code_modalite, v.enseignant_type, v.enseignant_id, v.code_alternance,
       v.jour, v.heure_debut)
       v.type_structure, v.code_structure, v.code_matiere, v.code_modalite, v.enseignant_type, v.enseignant_id, v.code_alternance, v.jour, v.heure_debut, v.duree::interval AS duree, v.code_salle
FROM emp_cours v
WHERE EXISTS (SELECT FROM emp_alternance a WHERE a.code_alternance = v.code_alternance)
  AND (v.type_structure = 'D' OR v.code_structure NOT IN (SELECT valeurs ->> 'code' FROM constat WHERE code = 'C38_EDT'))
ORDER BY v.type_structure, v.code_structure, v.code_matiere, v.code_modalite, v.enseignant_type, v.enseignant_id, v.code_alternance, v.jour, v.heure_debut, v.rang
