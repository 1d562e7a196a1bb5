-- projection: lsu-enseignant
-- suit: enseignant, service, professeur_principal
-- ordre: 40
-- N'arrivent que les personnes qui enseignent : fonction ENS, un service ou une classe dont elles sont professeur principal.
WITH enseigne AS (
    SELECT enseignant_type, enseignant_id FROM referentiel.service
    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
    UNION
    SELECT enseignant_type, enseignant_id FROM referentiel.professeur_principal
    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
), arrivee AS (
    INSERT INTO lsu.enseignant (etablissement_id, type, id_sts, civilite, nom, prenom, uai, annee_scolaire, numero_depot)
    SELECT t.id, lsu.type_enseignant(n.type), n.enseignant_id,
           n.civilite, n.nom_usage, n.prenom, n.uai, n.annee_scolaire, :numero
    FROM referentiel.enseignant n
    JOIN lsu.etablissement t ON t.uai = n.uai
    WHERE n.uai = :uai AND n.annee_scolaire = :annee AND n.disparu_le IS NULL
      AND n.type <> 'onde' AND (n.fonction = 'ENS' OR (n.type, n.enseignant_id) IN (SELECT enseignant_type, enseignant_id FROM enseigne))
      AND NOT EXISTS (SELECT FROM lsu.enseignant l
                      WHERE l.uai = :uai AND l.annee_scolaire = :annee AND l.id_sts = n.enseignant_id
                        AND l.type = lsu.type_enseignant(n.type))
    RETURNING type, id_sts
), changement (operation, cle) AS (
    SELECT 'INSERT', type || ':' || id_sts FROM arrivee
)
