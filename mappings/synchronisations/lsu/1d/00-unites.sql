-- Combien d'unités compte chaque étape, pour l'avancement (R7) : l'école, une par classe, une par élève. Pas d'étape des enseignants (R54).
-- moment: unites
SELECT 'etablissement' AS etape, 1 AS nombre
UNION ALL
SELECT 'classe', count(*) FROM lsu.sync_classe WHERE sync_id = :sync
UNION ALL
SELECT 'eleve', count(*)
FROM lsu.sync_classe s JOIN lsu.eleve e ON e.uai = :uai AND e.annee_scolaire = :annee AND e.classe_id = s.classe_id AND e.disparu_le IS NULL
WHERE s.sync_id = :sync
