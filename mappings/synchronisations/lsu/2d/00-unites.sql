-- Combien d'unités compte chaque étape, pour l'avancement (R7) : une par élève, par enseignant, par service et par division.
-- moment: unites
SELECT 'eleve' AS etape, count(*) AS nombre
FROM lsu.sync_classe s JOIN lsu.eleve e ON e.uai = :uai AND e.annee_scolaire = :annee AND e.classe_id = s.classe_id AND e.disparu_le IS NULL
WHERE s.sync_id = :sync
UNION ALL
SELECT 'enseignant', count(*) FROM lsu.sync_enseignant WHERE sync_id = :sync AND uai = :uai AND annee_scolaire = :annee
UNION ALL
SELECT 'service', count(*)
FROM lsu.sync_structure t
JOIN lsu.source_service r ON r.type_structure = t.type AND r.code_structure = t.code
WHERE t.sync_id = :sync AND t.uai = :uai AND t.annee_scolaire = :annee AND r.uai = :uai AND r.annee_scolaire = :annee
UNION ALL
SELECT 'professeur-principal', count(*) FROM lsu.sync_classe WHERE sync_id = :sync
