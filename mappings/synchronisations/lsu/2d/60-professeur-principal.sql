-- Troisième étape (R50-R52) : les professeurs principaux des divisions choisies, comparés comme un ensemble ; aucun dans la réplique,
-- aucun ici. Tant que STS n'a jamais été reçu, la réplique ne dit rien.
-- moment: ecriture
-- etape: professeur-principal
WITH division AS MATERIALIZED (
    SELECT c.id, c.code FROM lsu.sync_classe s JOIN lsu.classe c ON c.uai = :uai AND c.annee_scolaire = :annee AND c.id = s.classe_id
    WHERE s.sync_id = :sync
      AND EXISTS (SELECT FROM referentiel.enseignant r WHERE r.uai = :uai AND r.annee_scolaire = :annee AND r.type <> 'onde')
), voulu AS MATERIALIZED (
    SELECT c.id AS classe_id, n.id AS enseignant_id, p.numero_depot,
           row_number() OVER (PARTITION BY c.id ORDER BY p.date_debut NULLS FIRST, p.enseignant_id, p.enseignant_type) AS rang
    FROM division c
    JOIN referentiel.professeur_principal p ON p.uai = :uai AND p.annee_scolaire = :annee AND p.code_division = c.code
        AND p.disparu_le IS NULL AND p.enseignant_type <> 'onde'
    JOIN lsu.enseignant n ON n.uai = :uai AND n.annee_scolaire = :annee AND n.id_sts = p.enseignant_id
        AND n.type = lsu.type_enseignant(p.enseignant_type)
), ecrit AS (
    MERGE INTO lsu.division_prof_principal d USING voulu v
    ON d.uai = :uai AND d.annee_scolaire = :annee AND d.classe_id = v.classe_id AND d.enseignant_id = v.enseignant_id
    WHEN MATCHED AND d.disparu_le IS NOT NULL THEN UPDATE SET rang = v.rang, disparu_le = NULL, numero_depot = v.numero_depot
    WHEN NOT MATCHED THEN
        INSERT (classe_id, enseignant_id, rang, uai, annee_scolaire, numero_depot)
        VALUES (v.classe_id, v.enseignant_id, v.rang, :uai, :annee, v.numero_depot)
    RETURNING d.classe_id
), disparu AS (
    UPDATE lsu.division_prof_principal d SET disparu_le = :instant
    FROM division c
    WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.classe_id = c.id AND d.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu v WHERE v.classe_id = d.classe_id AND v.enseignant_id = d.enseignant_id)
    RETURNING d.classe_id
), resultat AS (
    SELECT 1 AS rang, 'professeursPrincipaux' AS compte, NULL AS code, NULL::bigint AS eleve_id, NULL::bigint AS enseignant_id, NULL::jsonb AS valeurs
    FROM (SELECT classe_id FROM ecrit UNION SELECT classe_id FROM disparu) c
)
