-- projection: lsu-etablissement
-- suit: etablissement, division, eleve, enseignant
-- ordre: 10
-- L'établissement arrive dès qu'il a un élève, une division ou un enseignant ; son UAI ne change plus (I3).
-- Ce qui vient d'ONDE est une école.
WITH arrivee AS (
    INSERT INTO lsu.etablissement (uai, degre, annee_scolaire, numero_depot)
    SELECT :uai, CASE WHEN EXISTS (SELECT FROM referentiel.division WHERE uai = :uai AND annee_scolaire = :annee AND source = 'ONDE')
                        OR EXISTS (SELECT FROM referentiel.eleve WHERE uai = :uai AND annee_scolaire = :annee AND source = 'ONDE')
                        OR EXISTS (SELECT FROM referentiel.enseignant WHERE uai = :uai AND annee_scolaire = :annee AND type = 'onde')
                      THEN '1D' ELSE '2D' END, :annee, :numero
    WHERE NOT EXISTS (SELECT FROM lsu.etablissement WHERE uai = :uai)
      AND (EXISTS (SELECT FROM referentiel.etablissement WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL)
        OR EXISTS (SELECT FROM referentiel.division WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL)
        OR EXISTS (SELECT FROM referentiel.eleve WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL)
        OR EXISTS (SELECT FROM referentiel.enseignant WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL))
    RETURNING uai
), changement (operation, cle) AS (
    SELECT 'INSERT', uai FROM arrivee
)
