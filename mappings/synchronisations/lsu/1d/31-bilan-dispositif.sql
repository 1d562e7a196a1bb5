-- Chaque bilan périodique déverrouillé et saisi directement reçoit les dispositifs qui ont un jour commun avec sa période, tous et
-- seulement eux (R34, R36, R39). Les bilans des élèves introuvables ne bougent pas (R12).
-- moment: ecriture
-- bilans: oui
-- etape: dispositif
WITH ouvert AS MATERIALIZED (
    SELECT b.id, b.eleve_id, p.date_debut, p.date_fin
    FROM lsu.sync_bilan_ouvert b
    JOIN lsu.periode p ON p.uai = :uai AND p.annee_scolaire = :annee AND p.id = b.periode_id
    JOIN lsu.eleve e ON e.uai = :uai AND e.annee_scolaire = :annee AND e.id = b.eleve_id
    JOIN referentiel.eleve r ON r.uai = :uai AND r.annee_scolaire = :annee AND r.eleve_id = e.id_source AND r.source = 'ONDE'
        AND r.disparu_le IS NULL
    WHERE b.sync_id = :sync AND b.uai = :uai AND b.annee_scolaire = :annee
), voulu AS MATERIALIZED (
    SELECT o.id AS bilan_id, d.code FROM ouvert o CROSS JOIN LATERAL lsu.dispositifs_de(o.eleve_id, o.date_debut, o.date_fin) d
), retire AS (
    DELETE FROM lsu.bilan_dispositif d USING ouvert o
    WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.bilan_id = o.id
      AND NOT EXISTS (SELECT FROM voulu v WHERE v.bilan_id = d.bilan_id AND v.code = d.code)
    RETURNING d.bilan_id
), ajoute AS (
    INSERT INTO lsu.bilan_dispositif (bilan_id, code, uai, annee_scolaire)
    SELECT v.bilan_id, v.code, :uai, :annee FROM voulu v
    WHERE NOT EXISTS (SELECT FROM lsu.bilan_dispositif d
                      WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.bilan_id = v.bilan_id AND d.code = v.code)
    RETURNING bilan_id
), resultat AS (
    SELECT 1 AS rang, 'dispositifsDeBilans' AS compte, NULL AS code, NULL::bigint AS eleve_id, NULL::bigint AS enseignant_id, NULL::jsonb AS valeurs
    FROM (SELECT bilan_id FROM retire UNION ALL SELECT bilan_id FROM ajoute) c
)
