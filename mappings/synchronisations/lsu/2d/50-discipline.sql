-- Les disciplines des services qui arrivent (R49).
-- moment: ecriture
-- etape: service
-- si: services-ajoutes
WITH arrivee AS (
    INSERT INTO lsu.discipline (etablissement_id, code, modalite, libelle, uai, annee_scolaire, numero_depot)
    SELECT DISTINCT ON (r.code_matiere, r.modalite) t.id, r.code_matiere, r.modalite,
           coalesce((SELECT coalesce(lsu.net(m.libelle_edition), lsu.net(m.libelle), lsu.net(m.libelle_court)) FROM referentiel.matiere m
                     WHERE m.uai = :uai AND m.annee_scolaire = :annee AND m.code_matiere = r.code_matiere AND m.disparu_le IS NULL
                     ORDER BY m.source DESC LIMIT 1), r.code_matiere),
           :uai, :annee, r.numero_depot
    FROM lsu.source_service r
    JOIN lsu.sync_structure x ON x.sync_id = :sync AND x.uai = :uai AND x.annee_scolaire = :annee AND x.type = r.type_structure AND x.code = r.code_structure
    JOIN lsu.etablissement t ON t.uai = :uai
    WHERE r.uai = :uai AND r.annee_scolaire = :annee
      AND NOT EXISTS (SELECT FROM lsu.discipline d
                      WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.code = r.code_matiere AND d.modalite = r.modalite)
    ORDER BY r.code_matiere, r.modalite
    RETURNING id
), resultat AS (
    SELECT 1 AS rang, 'disciplines' AS compte, NULL AS code, NULL::bigint AS eleve_id, NULL::bigint AS enseignant_id, NULL::jsonb AS valeurs FROM arrivee
)
