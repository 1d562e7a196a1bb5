-- Les services de l'emploi du temps, un par enseignant ; sans enseignant, le service seul. Un groupe refusé (C38_EDT) n'en a pas.
-- entite: edt_service
-- cible: referentiel.edt_service
WITH voulu AS MATERIALIZED (
    SELECT DISTINCT ON (v.type_structure, v.code_structure, v.code_matiere, v.code_modalite, coalesce(e.enseignant_type, ''), coalesce(e.enseignant_id, ''))
           v.type_structure, v.code_structure, v.code_matiere, v.code_modalite,
           coalesce(e.enseignant_type, '') AS enseignant_type, coalesce(e.enseignant_id, '') AS enseignant_id,
           v.heures, e.heures AS heures_enseignant, v.co_enseignement
    FROM emp_service v
    LEFT JOIN emp_enseignant e ON e.type_structure = v.type_structure AND e.code_structure = v.code_structure
         AND e.code_matiere = v.code_matiere AND e.code_modalite = v.code_modalite
    WHERE v.type_structure = 'D' OR v.code_structure NOT IN (SELECT valeurs ->> 'code' FROM constat WHERE code = 'C38_EDT')
    ORDER BY 1, 2, 3, 4, 5, 6, v.rang, e.rang
), fusion AS (
    MERGE INTO referentiel.edt_service c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.type_structure = s.type_structure AND c.code_structure = s.code_structure AND c.code_matiere = s.code_matiere AND c.code_modalite = s.code_modalite AND c.enseignant_type = s.enseignant_type AND c.enseignant_id = s.enseignant_id
    WHEN MATCHED AND (c.disparu_le IS NOT NULL OR (c.heures, c.heures_enseignant, c.co_enseignement) IS DISTINCT FROM
                      (s.heures, s.heures_enseignant, s.co_enseignement)) THEN
        UPDATE SET heures = s.heures, heures_enseignant = s.heures_enseignant, co_enseignement = s.co_enseignement, numero_depot = :numero,
                   disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite, enseignant_type, enseignant_id, heures,
                heures_enseignant, co_enseignement, numero_depot)
        VALUES (:uai, :annee, s.type_structure, s.code_structure, s.code_matiere, s.code_modalite, s.enseignant_type, s.enseignant_id, s.heures,
                s.heures_enseignant, s.co_enseignement, :numero)
    RETURNING merge_action() AS operation, c.type_structure || ' / ' || c.code_structure || ' / ' || c.code_matiere || ' / ' || c.code_modalite || ' / ' || c.enseignant_type || ' / ' || c.enseignant_id AS cle
), disparition AS (
    UPDATE referentiel.edt_service c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu s WHERE s.type_structure = c.type_structure AND s.code_structure = c.code_structure AND s.code_matiere = c.code_matiere AND s.code_modalite = c.code_modalite AND s.enseignant_type = c.enseignant_type AND s.enseignant_id = c.enseignant_id)
    RETURNING c.type_structure || ' / ' || c.code_structure || ' / ' || c.code_matiere || ' / ' || c.code_modalite || ' / ' || c.enseignant_type || ' / ' || c.enseignant_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
