-- Les professeurs principaux des divisions.
-- entite: professeur_principal
-- cible: referentiel.professeur_principal
WITH voulu AS MATERIALIZED (
    SELECT DISTINCT ON (code_division, type, enseignant_id)
           code_division, type AS enseignant_type, enseignant_id, date_debut, date_fin
    FROM sts_professeur_principal ORDER BY code_division, type, enseignant_id, rang
), fusion AS (
    MERGE INTO referentiel.professeur_principal c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.code_division = s.code_division AND c.enseignant_type = s.enseignant_type AND c.enseignant_id = s.enseignant_id
    WHEN MATCHED AND (c.disparu_le IS NOT NULL OR c.date_debut IS DISTINCT FROM s.date_debut OR c.date_fin IS DISTINCT FROM s.date_fin) THEN
        UPDATE SET date_debut = s.date_debut, date_fin = s.date_fin, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, code_division, enseignant_type, enseignant_id, date_debut, date_fin, numero_depot)
        VALUES (:uai, :annee, s.code_division, s.enseignant_type, s.enseignant_id, s.date_debut, s.date_fin, :numero)
    RETURNING merge_action() AS operation, c.code_division || ' / ' || c.enseignant_type || ' / ' || c.enseignant_id AS cle
), disparition AS (
    UPDATE referentiel.professeur_principal c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu s WHERE s.code_division = c.code_division AND s.enseignant_type = c.enseignant_type AND s.enseignant_id = c.enseignant_id)
    RETURNING c.code_division || ' / ' || c.enseignant_type || ' / ' || c.enseignant_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
