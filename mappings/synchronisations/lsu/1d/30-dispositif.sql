-- Les dispositifs des élèves retrouvés, remplacés par ceux d'ONDE : les onze codes de R32, jamais « Autre » (R33). Sans date de début,
-- ou d'un autre nom, un dispositif n'est pas récupéré et le compte rendu le dit (R35).
-- moment: ecriture
-- etape: dispositif
WITH trouve AS MATERIALIZED (
    SELECT e.id AS eleve_id, r.eleve_id AS source_id, s.rang, concat_ws(' ', coalesce(v.prenom, v.prenoms), v.nom) AS eleve, c.libelle AS division
    FROM lsu.sync_classe s
    JOIN lsu.classe c ON c.uai = :uai AND c.annee_scolaire = :annee AND c.id = s.classe_id
    JOIN lsu.eleve e ON e.uai = :uai AND e.annee_scolaire = :annee AND e.classe_id = c.id AND e.disparu_le IS NULL
    JOIN lsu.eleve_version v ON v.uai = :uai AND v.annee_scolaire = :annee AND v.id = e.version_courante_id
    JOIN referentiel.eleve r ON r.uai = :uai AND r.annee_scolaire = :annee AND r.eleve_id = e.id_source AND r.source = 'ONDE'
        AND r.disparu_le IS NULL
    WHERE s.sync_id = :sync
), lu AS MATERIALIZED (
    SELECT t.*, d.vu_le, d.numero_depot, l.libelle, l.code, l.date_debut,
           CASE WHEN l.date_fin IS NULL AND NOT :dispositif_sans_fin THEN l.date_debut ELSE l.date_fin END AS date_fin,
           l.code IS NOT NULL AND l.date_debut IS NOT NULL AND coalesce(l.date_fin >= l.date_debut, true) AS recupere
    FROM trouve t
    JOIN referentiel.eleve_dispositif d ON d.uai = :uai AND d.annee_scolaire = :annee AND d.eleve_id = t.source_id AND d.disparu_le IS NULL
    CROSS JOIN LATERAL lsu.lire_dispositifs(d.texte) l
    WHERE l.code IS DISTINCT FROM 'AUTRE'
), voulu AS MATERIALIZED (
    SELECT DISTINCT ON (eleve_id, code, date_debut, date_fin) eleve_id, code, date_debut, date_fin, vu_le, numero_depot FROM lu WHERE recupere
), ecrit AS (
    MERGE INTO lsu.dispositif_eleve d USING voulu v
    ON d.uai = :uai AND d.annee_scolaire = :annee AND d.eleve_id = v.eleve_id AND d.code = v.code AND d.date_debut = v.date_debut AND d.date_fin IS NOT DISTINCT FROM v.date_fin
    WHEN MATCHED AND d.disparu_le IS NOT NULL THEN UPDATE SET disparu_le = NULL, vu_le = v.vu_le, numero_depot = v.numero_depot
    WHEN NOT MATCHED THEN
        INSERT (eleve_id, code, date_debut, date_fin, vu_le, uai, annee_scolaire, numero_depot)
        VALUES (v.eleve_id, v.code, v.date_debut, v.date_fin, v.vu_le, :uai, :annee, v.numero_depot)
    RETURNING d.eleve_id
), disparu AS (
    UPDATE lsu.dispositif_eleve d SET disparu_le = :instant
    WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.disparu_le IS NULL AND d.eleve_id IN (SELECT eleve_id FROM trouve)
      AND NOT EXISTS (SELECT FROM voulu v WHERE v.eleve_id = d.eleve_id AND v.code = d.code AND v.date_debut = d.date_debut
                      AND v.date_fin IS NOT DISTINCT FROM d.date_fin)
    RETURNING d.eleve_id
), resultat AS (
    SELECT 0 AS rang, 'dispositifs' AS compte, NULL AS code, eleve_id, NULL::bigint AS enseignant_id, NULL::jsonb AS valeurs
    FROM (SELECT eleve_id FROM ecrit UNION ALL SELECT eleve_id FROM disparu) c
    UNION ALL
    SELECT rang, NULL, 'LSU_W3', eleve_id, NULL, jsonb_build_object('dispositif', libelle, 'eleve', eleve, 'division', division)
    FROM lu WHERE NOT recupere
)
