-- Les deux nombres du compte rendu : élèves lus dans le fichier, élèves de l'année, non sortis, qui n'y sont pas (R133, R134).
-- moment: synthese
SELECT (SELECT count(*) FROM elegroupe_eleve) AS lus,
       (SELECT count(*) FROM referentiel.eleve e
        WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.disparu_le IS NULL
          AND (e.date_sortie IS NULL OR e.date_sortie > (:maintenant)::date)
          AND NOT EXISTS (SELECT FROM elegroupe_identifie i WHERE i.eleve_id = e.eleve_id)) AS absents
