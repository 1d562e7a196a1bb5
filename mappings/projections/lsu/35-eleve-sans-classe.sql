-- projection: lsu-eleve-sans-classe
-- suit: eleve, eleve_division, division
-- ordre: 35
-- Un élève arrivé avant sa division, ou avant d'y être affecté, y entre ; il n'en change pas ici.
WITH affectation AS (
    SELECT DISTINCT ON (d.eleve_id) d.eleve_id, c.id AS classe_id
    FROM referentiel.eleve_division d
    JOIN lsu.classe c ON c.uai = d.uai AND c.annee_scolaire = d.annee_scolaire AND coalesce(c.code, c.id_onde) = d.code_division
    WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.disparu_le IS NULL
    ORDER BY d.eleve_id, d.date_debut DESC NULLS LAST, d.code_division
), ecrit AS (
    UPDATE lsu.eleve e SET classe_id = a.classe_id, numero_depot = :numero
    FROM affectation a
    WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.classe_id IS NULL AND a.eleve_id = e.id_source
    RETURNING e.id_source
), changement (operation, cle) AS (
    SELECT 'UPDATE', id_source FROM ecrit
)
