-- Deuxième étape (R46) : les enseignants de chaque service des structures choisies. Un service sans enseignant dans la réplique (poste à
-- pourvoir) garde ceux qu'il avait.
-- moment: ecriture
-- etape: service
WITH concerne AS MATERIALIZED (
    SELECT s.id AS service_id, r.enseignants, r.numero_depot
    FROM lsu.source_service r
    JOIN lsu.sync_structure x ON x.sync_id = :sync AND x.uai = :uai AND x.annee_scolaire = :annee AND x.type = r.type_structure AND x.code = r.code_structure
    JOIN lsu.discipline d ON d.uai = :uai AND d.annee_scolaire = :annee AND d.code = r.code_matiere AND d.modalite = r.modalite
    JOIN lsu.service s ON s.uai = :uai AND s.annee_scolaire = :annee AND s.discipline_id = d.id AND s.structure_type = r.type_structure
        AND s.structure_code = r.code_structure
    WHERE r.uai = :uai AND r.annee_scolaire = :annee AND cardinality(r.enseignants) > 0
), retire AS (
    DELETE FROM lsu.service_enseignant e USING concerne c
    WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.service_id = c.service_id AND e.enseignant_id <> ALL (c.enseignants)
    RETURNING e.service_id
), ajoute AS (
    INSERT INTO lsu.service_enseignant (service_id, enseignant_id, uai, annee_scolaire, numero_depot)
    SELECT c.service_id, n, :uai, :annee, c.numero_depot FROM concerne c CROSS JOIN unnest(c.enseignants) AS n
    WHERE NOT EXISTS (SELECT FROM lsu.service_enseignant e
                      WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.service_id = c.service_id AND e.enseignant_id = n)
    RETURNING service_id
), resultat AS (
    SELECT 1 AS rang, 'services' AS compte, NULL AS code, NULL::bigint AS eleve_id, NULL::bigint AS enseignant_id, NULL::jsonb AS valeurs
    FROM (SELECT service_id FROM retire UNION SELECT service_id FROM ajoute) c
)
