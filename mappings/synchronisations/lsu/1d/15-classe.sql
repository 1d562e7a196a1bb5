-- Le libellé des classes choisies, rien d'autre d'elles, et aucune ligne au compte rendu (R30). Un bilan verrouillé garde le sien (R31).
-- moment: ecriture
-- etape: classe
WITH ecrit AS (
    UPDATE lsu.classe c SET libelle = d.libelle, numero_depot = d.numero_depot
    FROM lsu.sync_classe s, referentiel.division d
    WHERE s.sync_id = :sync AND c.uai = :uai AND c.annee_scolaire = :annee AND c.id = s.classe_id AND d.uai = :uai AND d.annee_scolaire = :annee AND d.source = 'ONDE' AND d.disparu_le IS NULL
      AND d.code_division = c.id_onde AND lsu.net(d.libelle) IS NOT NULL AND c.libelle <> d.libelle
    RETURNING c.id
), resultat AS (
    SELECT 1 AS rang, 'classes' AS compte, NULL AS code, NULL::bigint AS eleve_id, NULL::bigint AS enseignant_id, NULL::jsonb AS valeurs FROM ecrit
)
