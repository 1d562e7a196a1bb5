-- projection: lsu-division
-- suit: division
-- ordre: 20
-- Seules les divisions nouvelles arrivent : celles qui existent ne changent que par une synchronisation.
WITH arrivee AS (
    INSERT INTO lsu.classe (etablissement_id, code, libelle, uai, annee_scolaire, numero_depot)
    SELECT t.id, d.code_division, coalesce(nullif(btrim(d.libelle), ''), d.code_division), d.uai, d.annee_scolaire, :numero
    FROM referentiel.v_division d
    JOIN lsu.etablissement t ON t.uai = d.uai
    WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.disparu_le IS NULL AND char_length(d.code_division) <= 20
      AND NOT EXISTS (SELECT FROM lsu.classe c
                      WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.code = d.code_division)
    RETURNING code
), changement (operation, cle) AS (
    SELECT 'INSERT', code FROM arrivee
)
