-- projection: lsu-professeur-principal
-- suit: professeur_principal, enseignant, division
-- ordre: 50
-- Une division sans professeur principal reçoit les siens ; les changements viennent d'une synchronisation (R50-R52).
WITH arrivee AS (
    INSERT INTO lsu.division_prof_principal (classe_id, enseignant_id, rang, uai, annee_scolaire, numero_depot)
    SELECT c.id, n.id, row_number() OVER (PARTITION BY c.id ORDER BY p.date_debut NULLS FIRST, p.enseignant_id, p.enseignant_type),
           :uai, :annee, :numero
    FROM referentiel.professeur_principal p
    JOIN lsu.classe c ON c.uai = p.uai AND c.annee_scolaire = p.annee_scolaire AND c.code = p.code_division
    JOIN lsu.enseignant n ON n.uai = p.uai AND n.annee_scolaire = p.annee_scolaire
        AND n.type = lsu.type_enseignant(p.enseignant_type)
        AND n.id_sts = p.enseignant_id
    WHERE p.uai = :uai AND p.annee_scolaire = :annee AND p.disparu_le IS NULL AND p.enseignant_type <> 'onde'
      AND NOT EXISTS (SELECT FROM lsu.division_prof_principal d
                      WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.classe_id = c.id)
    RETURNING classe_id, enseignant_id
), changement (operation, cle) AS (
    SELECT 'INSERT', classe_id || ':' || enseignant_id FROM arrivee
)
