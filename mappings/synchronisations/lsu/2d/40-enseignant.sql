-- Première étape des enseignants (R44) : civilité, nom et prénom de ceux que lie un acquis ou un titre de professeur principal. Un
-- enseignant que STS ne connaît plus garde ses données, et le compte rendu le dit (R55). Les bilans verrouillés gardent le nom figé (R53).
-- moment: ecriture
-- etape: enseignant
WITH compare AS MATERIALIZED (
    SELECT n.id, n.civilite, n.nom, n.prenom, r.enseignant_id IS NOT NULL AS trouve, lsu.net(r.civilite) AS n_civilite,
           lsu.net(r.nom_usage) AS n_nom, lsu.net(r.prenom) AS n_prenom, r.numero_depot
    FROM lsu.sync_enseignant s
    JOIN lsu.enseignant n ON n.uai = :uai AND n.annee_scolaire = :annee AND n.id = s.enseignant_id
    LEFT JOIN referentiel.enseignant r ON r.uai = :uai AND r.annee_scolaire = :annee AND r.type <> 'onde' AND r.disparu_le IS NULL
        AND lsu.type_enseignant(r.type) = n.type AND r.enseignant_id = n.id_sts
    WHERE s.sync_id = :sync AND s.uai = :uai AND s.annee_scolaire = :annee
), ecrit AS (
    UPDATE lsu.enseignant n SET civilite = c.n_civilite, nom = c.n_nom, prenom = c.n_prenom, numero_depot = c.numero_depot
    FROM compare c
    WHERE n.uai = :uai AND n.annee_scolaire = :annee AND n.id = c.id AND c.trouve
      AND (lsu.net(c.civilite), lsu.net(c.nom), lsu.net(c.prenom)) IS DISTINCT FROM (c.n_civilite, c.n_nom, c.n_prenom)
    RETURNING n.id
), resultat AS (
    SELECT 1 AS rang, 'enseignants' AS compte, NULL AS code, NULL::bigint AS eleve_id, id AS enseignant_id, NULL::jsonb AS valeurs FROM ecrit
    UNION ALL
    SELECT 2, NULL, 'LSU_W8', NULL, id, jsonb_build_object('enseignant', concat_ws(' ', prenom, nom)) FROM compare WHERE NOT trouve
)
