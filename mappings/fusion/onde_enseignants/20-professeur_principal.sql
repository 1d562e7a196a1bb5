-- Les enseignants de chaque classe : une école n'a pas d'autre service.
-- entite: professeur_principal
-- cible: referentiel.professeur_principal WHERE enseignant_type = 'onde'
WITH voulu AS MATERIALIZED (
    SELECT DISTINCT code_division, enseignant_id FROM onde_enseignant_vu WHERE code_division IS NOT NULL
), fusion AS (
    MERGE INTO referentiel.professeur_principal c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.code_division = s.code_division AND c.enseignant_type = 'onde'
       AND c.enseignant_id = s.enseignant_id
    WHEN MATCHED AND c.disparu_le IS NOT NULL THEN
        UPDATE SET numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, code_division, enseignant_type, enseignant_id, numero_depot)
        VALUES (:uai, :annee, s.code_division, 'onde', s.enseignant_id, :numero)
    RETURNING merge_action() AS operation, c.code_division || ' / ' || c.enseignant_id AS cle
), disparition AS (
    UPDATE referentiel.professeur_principal c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.enseignant_type = 'onde' AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu s WHERE s.code_division = c.code_division AND s.enseignant_id = c.enseignant_id)
    RETURNING c.code_division || ' / ' || c.enseignant_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
