-- Les cours placés. Sans alternance connue, un cours n'a pas de semaine : il n'est pas pris (EDT_ALTERNANCE) ; ni ceux d'un groupe refusé (C38_EDT).
-- entite: edt_cours
-- cible: referentiel.edt_cours
WITH voulu AS MATERIALIZED (
    SELECT DISTINCT ON (v.type_structure, v.code_structure, v.code_matiere, v.code_modalite, v.enseignant_type, v.enseignant_id, v.code_alternance, v.jour, v.heure_debut)
           v.type_structure, v.code_structure, v.code_matiere, v.code_modalite, v.enseignant_type, v.enseignant_id, v.code_alternance, v.jour, v.heure_debut, v.duree, v.code_salle
    FROM emp_cours v
    WHERE EXISTS (SELECT FROM emp_alternance a WHERE a.code_alternance = v.code_alternance)
      AND (v.type_structure = 'D' OR v.code_structure NOT IN (SELECT valeurs ->> 'code' FROM constat WHERE code = 'C38_EDT'))
    ORDER BY v.type_structure, v.code_structure, v.code_matiere, v.code_modalite, v.enseignant_type, v.enseignant_id, v.code_alternance, v.jour, v.heure_debut, v.rang
), fusion AS (
    MERGE INTO referentiel.edt_cours c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.type_structure = s.type_structure AND c.code_structure = s.code_structure AND c.code_matiere = s.code_matiere AND c.code_modalite = s.code_modalite AND c.enseignant_type = s.enseignant_type AND c.enseignant_id = s.enseignant_id AND c.code_alternance = s.code_alternance AND c.jour = s.jour AND c.heure_debut = s.heure_debut
    WHEN MATCHED AND (c.disparu_le IS NOT NULL OR (c.duree, c.code_salle) IS DISTINCT FROM (s.duree::interval, s.code_salle)) THEN
        UPDATE SET duree = s.duree, code_salle = s.code_salle, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite, enseignant_type, enseignant_id, code_alternance, jour, heure_debut, duree, code_salle, numero_depot)
        VALUES (:uai, :annee, s.type_structure, s.code_structure, s.code_matiere, s.code_modalite, s.enseignant_type, s.enseignant_id, s.code_alternance, s.jour, s.heure_debut, s.duree, s.code_salle, :numero)
    RETURNING merge_action() AS operation, c.type_structure || ' / ' || c.code_structure || ' / ' || c.code_matiere || ' / ' || c.code_modalite || ' / ' || c.enseignant_type || ' / ' || c.enseignant_id || ' / ' || c.code_alternance || ' / ' || c.jour || ' / ' || c.heure_debut AS cle
), disparition AS (
    UPDATE referentiel.edt_cours c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu s WHERE s.type_structure = c.type_structure AND s.code_structure = c.code_structure AND s.code_matiere = c.code_matiere AND s.code_modalite = c.code_modalite AND s.enseignant_type = c.enseignant_type AND s.enseignant_id = c.enseignant_id AND s.code_alternance = c.code_alternance AND s.jour = c.jour AND s.heure_debut = c.heure_debut)
    RETURNING c.type_structure || ' / ' || c.code_structure || ' / ' || c.code_matiere || ' / ' || c.code_modalite || ' / ' || c.enseignant_type || ' / ' || c.enseignant_id || ' / ' || c.code_alternance || ' / ' || c.jour || ' / ' || c.heure_debut AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
