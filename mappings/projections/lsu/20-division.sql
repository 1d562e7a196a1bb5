-- projection: lsu-division
-- suit: division
-- ordre: 20
-- Seules les divisions et les classes nouvelles arrivent : celles qui existent ne changent que par une synchronisation. Une classe
-- d'école connue par son libellé prend l'identifiant ONDE quand une extraction plus récente le donne : ses élèves y restent.
WITH presente AS MATERIALIZED (
    SELECT d.code_division, d.source = 'ONDE' AS ecole, coalesce(nullif(btrim(d.libelle), ''), d.code_division) AS libelle
    FROM referentiel.v_division d
    WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.disparu_le IS NULL AND (d.source = 'ONDE' OR char_length(d.code_division) <= 20)
      AND NOT EXISTS (SELECT FROM lsu.classe c
                      WHERE c.uai = :uai AND c.annee_scolaire = :annee AND coalesce(c.code, c.id_onde) = d.code_division)
), identifiee AS (
    UPDATE lsu.classe c SET id_onde = p.code, numero_depot = :numero
    FROM (SELECT libelle, min(code_division) AS code FROM presente WHERE ecole GROUP BY libelle HAVING count(*) = 1) p
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.id_onde = p.libelle
      AND NOT EXISTS (SELECT FROM referentiel.division d
                      WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.code_division = c.id_onde AND d.disparu_le IS NULL)
    RETURNING c.id_onde
), arrivee AS (
    INSERT INTO lsu.classe (etablissement_id, code, id_onde, libelle, uai, annee_scolaire, numero_depot)
    SELECT t.id, CASE WHEN NOT p.ecole THEN p.code_division END, CASE WHEN p.ecole THEN p.code_division END, p.libelle, :uai, :annee, :numero
    FROM presente p
    JOIN lsu.etablissement t ON t.uai = :uai
    WHERE p.code_division NOT IN (SELECT id_onde FROM identifiee)
    RETURNING coalesce(code, id_onde) AS cle
), changement (operation, cle) AS (
    SELECT 'INSERT', cle FROM arrivee UNION ALL SELECT 'UPDATE', id_onde FROM identifiee
)
