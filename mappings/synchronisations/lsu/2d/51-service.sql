-- Les services des structures choisies : un nouveau arrive (R49) ; un disparu de la réplique n'est oublié que si aucun bilan ne s'en sert.
-- moment: ecriture
-- etape: service
-- si: services-ajoutes
WITH replique AS MATERIALIZED (
    SELECT r.*, d.id AS discipline_id
    FROM lsu.source_service r
    JOIN lsu.sync_structure x ON x.sync_id = :sync AND x.uai = :uai AND x.annee_scolaire = :annee AND x.type = r.type_structure AND x.code = r.code_structure
    JOIN lsu.discipline d ON d.uai = :uai AND d.annee_scolaire = :annee AND d.code = r.code_matiere AND d.modalite = r.modalite
    WHERE r.uai = :uai AND r.annee_scolaire = :annee
), ecrit AS (
    MERGE INTO lsu.service s USING (SELECT r.*, t.id AS etablissement_id FROM replique r JOIN lsu.etablissement t ON t.uai = :uai) r
    ON s.uai = :uai AND s.annee_scolaire = :annee AND s.discipline_id = r.discipline_id AND s.structure_type = r.type_structure
       AND s.structure_code = r.code_structure
    WHEN MATCHED AND s.disparu_le IS NOT NULL THEN UPDATE SET disparu_le = NULL, numero_depot = r.numero_depot
    WHEN NOT MATCHED THEN
        INSERT (etablissement_id, discipline_id, structure_type, structure_code, cle_source, uai, annee_scolaire, numero_depot)
        VALUES (r.etablissement_id, r.discipline_id, r.type_structure, r.code_structure,
                concat_ws('/', r.type_structure, r.code_structure, r.code_matiere, r.modalite), :uai, :annee, r.numero_depot)
    RETURNING s.id
), disparu AS (
    UPDATE lsu.service s SET disparu_le = :instant
    FROM lsu.sync_structure x
    WHERE x.sync_id = :sync AND x.uai = :uai AND x.annee_scolaire = :annee AND s.uai = :uai AND s.annee_scolaire = :annee AND s.structure_type = x.type AND s.structure_code = x.code
      AND s.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM replique r WHERE r.discipline_id = s.discipline_id AND r.type_structure = s.structure_type
                      AND r.code_structure = s.structure_code)
      AND NOT EXISTS (SELECT FROM lsu.bilan_acquis a WHERE a.uai = :uai AND a.annee_scolaire = :annee AND a.service_id = s.id)
    RETURNING s.id
), resultat AS (
    SELECT 1 AS rang, 'services' AS compte, NULL AS code, NULL::bigint AS eleve_id, NULL::bigint AS enseignant_id, NULL::jsonb AS valeurs
    FROM (SELECT id FROM ecrit UNION ALL SELECT id FROM disparu) c
)
