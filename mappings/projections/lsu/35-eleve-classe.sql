-- projection: lsu-eleve-classe
-- suit: eleve, eleve_division, division
-- ordre: 35
-- Un élève entre dans sa division dès qu'elle est connue, et en change quand sa base l'en change : une synchronisation ne déplace
-- personne (R26). Ses bilans restent à la division où ils ont été faits.
WITH affectation AS MATERIALIZED (
    SELECT d.eleve_id, c.id AS classe_id, d.date_debut, d.code_division
    FROM referentiel.eleve_division d
    JOIN lsu.classe c ON c.uai = d.uai AND c.annee_scolaire = d.annee_scolaire AND coalesce(c.code, c.id_onde) = d.code_division
    WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.disparu_le IS NULL
), voulu AS (
    SELECT DISTINCT ON (eleve_id) eleve_id, classe_id FROM affectation
    ORDER BY eleve_id, date_debut DESC NULLS LAST, code_division
), ecrit AS (
    UPDATE lsu.eleve e SET classe_id = a.classe_id, numero_depot = :numero
    FROM voulu a
    WHERE e.uai = :uai AND e.annee_scolaire = :annee AND a.eleve_id = e.id_source
      AND NOT EXISTS (SELECT FROM affectation deja WHERE deja.eleve_id = a.eleve_id AND deja.classe_id = e.classe_id)
    RETURNING e.id_source
), changement (operation, cle) AS (
    SELECT 'UPDATE', id_source FROM ecrit
)
