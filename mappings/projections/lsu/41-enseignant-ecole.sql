-- projection: lsu-enseignant-ecole
-- suit: enseignant
-- ordre: 41
-- Les enseignants d'une école arrivent par leurs noms : ONDE ne leur donne pas d'identifiant, et LSU ne les met jamais à jour (R54).
WITH arrivee AS (
    INSERT INTO lsu.enseignant (etablissement_id, civilite, nom, prenom, uai, annee_scolaire, numero_depot)
    SELECT t.id, n.civilite, n.nom_usage, n.prenom, n.uai, n.annee_scolaire, :numero
    FROM referentiel.enseignant n
    JOIN lsu.etablissement t ON t.uai = n.uai
    WHERE n.uai = :uai AND n.annee_scolaire = :annee AND n.type = 'onde' AND n.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM lsu.enseignant l
                      WHERE l.uai = :uai AND l.annee_scolaire = :annee AND l.id_sts IS NULL
                        AND (l.nom, coalesce(l.prenom, '')) = (n.nom_usage, coalesce(n.prenom, '')))
    RETURNING id
), changement (operation, cle) AS (
    SELECT 'INSERT', id::text FROM arrivee
)
