-- La division de chaque élève ; il peut en avoir deux.
-- entite: eleve_division
-- cible: referentiel.eleve_division
WITH voulu AS MATERIALIZED (
    SELECT DISTINCT eleve_id, code_structure AS code_division FROM siecle_eleve_structure WHERE type_structure = 'D'
    ORDER BY eleve_id, code_division
), fusion AS (
    MERGE INTO referentiel.eleve_division c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.eleve_id = s.eleve_id AND c.code_division = s.code_division
    WHEN MATCHED AND (c.disparu_le IS NOT NULL) THEN
        UPDATE SET numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, eleve_id, code_division, numero_depot)
        VALUES (:uai, :annee, s.eleve_id, s.code_division, :numero)
    RETURNING merge_action() AS operation, c.eleve_id || ' / ' || c.code_division AS cle
), disparition AS (
    UPDATE referentiel.eleve_division c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu s WHERE s.eleve_id = c.eleve_id AND s.code_division = c.code_division)
    RETURNING c.eleve_id || ' / ' || c.code_division AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
