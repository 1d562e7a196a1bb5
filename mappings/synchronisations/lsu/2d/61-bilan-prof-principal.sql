-- Les bilans déverrouillés prennent les professeurs principaux de leur division ; les verrouillés gardent les leurs (R50, R51).
-- moment: ecriture
-- bilans: oui
-- etape: professeur-principal
WITH ouvert AS MATERIALIZED (
    SELECT id, classe_id FROM lsu.sync_bilan_ouvert WHERE sync_id = :sync AND uai = :uai AND annee_scolaire = :annee
), voulu AS MATERIALIZED (
    SELECT o.id AS bilan_id, d.enseignant_id 
    FROM ouvert o
    JOIN lsu.division_prof_principal d ON d.uai = :uai AND d.annee_scolaire = :annee AND d.classe_id = o.classe_id AND d.disparu_le IS NULL
), retire AS (
    DELETE FROM lsu.bilan_prof_principal p USING ouvert o
    WHERE p.uai = :uai AND p.annee_scolaire = :annee AND p.bilan_id = o.id
      AND NOT EXISTS (SELECT FROM voulu v WHERE v.bilan_id = p.bilan_id AND v.enseignant_id = p.enseignant_id)
    RETURNING p.bilan_id
), ajoute AS (
    INSERT INTO lsu.bilan_prof_principal (bilan_id, enseignant_id, uai, annee_scolaire)
    SELECT v.bilan_id, v.enseignant_id, :uai, :annee FROM voulu v
    WHERE NOT EXISTS (SELECT FROM lsu.bilan_prof_principal p
                      WHERE p.uai = :uai AND p.annee_scolaire = :annee AND p.bilan_id = v.bilan_id AND p.enseignant_id = v.enseignant_id)
    RETURNING bilan_id
), resultat AS (
    SELECT 1 AS rang, 'bilansProfesseursPrincipaux' AS compte, NULL AS code, NULL::bigint AS eleve_id, NULL::bigint AS enseignant_id,
           NULL::jsonb AS valeurs
    FROM (SELECT bilan_id FROM retire UNION SELECT bilan_id FROM ajoute) c
)
