-- Les acquis des bilans déverrouillés prennent les enseignants de leur service, bilan par bilan (R46-R48) ; notes et appréciations restent.
-- moment: ecriture
-- bilans: oui
-- etape: service
WITH acquis AS MATERIALIZED (
    SELECT a.id AS acquis_id, a.bilan_id, a.service_id
    FROM lsu.sync_bilan_ouvert b
    JOIN lsu.bilan_acquis a ON a.uai = :uai AND a.annee_scolaire = :annee AND a.bilan_id = b.id
    WHERE b.sync_id = :sync AND b.uai = :uai AND b.annee_scolaire = :annee AND a.service_id IS NOT NULL
), voulu AS MATERIALIZED (
    SELECT a.acquis_id, a.bilan_id, e.enseignant_id
    FROM acquis a JOIN lsu.service_enseignant e ON e.uai = :uai AND e.annee_scolaire = :annee AND e.service_id = a.service_id
), retire AS (
    DELETE FROM lsu.bilan_acquis_enseignant x USING (SELECT DISTINCT acquis_id FROM voulu) a
    WHERE x.uai = :uai AND x.annee_scolaire = :annee AND x.acquis_id = a.acquis_id
      AND NOT EXISTS (SELECT FROM voulu v WHERE v.acquis_id = x.acquis_id AND v.enseignant_id = x.enseignant_id)
    RETURNING x.acquis_id
), ajoute AS (
    INSERT INTO lsu.bilan_acquis_enseignant (acquis_id, bilan_id, enseignant_id, uai, annee_scolaire)
    SELECT v.acquis_id, v.bilan_id, v.enseignant_id, :uai, :annee FROM voulu v
    WHERE NOT EXISTS (SELECT FROM lsu.bilan_acquis_enseignant x
                      WHERE x.uai = :uai AND x.annee_scolaire = :annee AND x.acquis_id = v.acquis_id AND x.enseignant_id = v.enseignant_id)
    RETURNING acquis_id
), resultat AS (
    SELECT 1 AS rang, 'acquis' AS compte, NULL AS code, NULL::bigint AS eleve_id, NULL::bigint AS enseignant_id, NULL::jsonb AS valeurs
    FROM (SELECT acquis_id FROM retire UNION SELECT acquis_id FROM ajoute) c
)
