-- La classe de chaque élève.
-- entite: eleve_division
-- cible: referentiel.eleve_division
WITH voulu AS MATERIALIZED (
    SELECT eleve_id, code_division FROM onde_eleve_vu WHERE place = 1 AND eleve_id IS NOT NULL AND code_division IS NOT NULL
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
      AND c.eleve_id NOT IN (SELECT unnest(candidats) FROM onde_eleve_vu)
    RETURNING c.eleve_id || ' / ' || c.code_division AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
