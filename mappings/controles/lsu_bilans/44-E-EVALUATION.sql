-- code: E-EVALUATION
-- famille: REJBILAN
-- effet: REJET
-- file: eleve
-- libelle: Bilan non importé.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) a {nombre} acquis sans évaluation{attendue} : {disciplines}.
-- cause: Chaque discipline a une moyenne ou un positionnement, de la sorte choisie pour la classe, ou dit « non noté ».
-- correction: Complétez l'évaluation dans le logiciel d'évaluation, ou cochez « non noté », puis refaites l'export.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi, count(*)::text AS nombre,
       CASE b.mode_evaluation WHEN 'NOTES' THEN ' par une note' WHEN 'ECHELLE' THEN ' par un positionnement' WHEN 'OBJECTIFS' THEN ' par un positionnement'
            ELSE '' END AS attendue,
       string_agg(d.libelle, ', ' ORDER BY a.place) AS disciplines
FROM lu_bilan b
JOIN lu_acquis a ON a.bilan = b.rang AND NOT a.eleve_non_note
     AND CASE b.mode_evaluation WHEN 'NOTES' THEN a.moyenne_eleve IS NULL WHEN 'ECHELLE' THEN a.positionnement IS NULL
              WHEN 'OBJECTIFS' THEN a.positionnement IS NULL ELSE num_nonnulls(a.moyenne_eleve, a.positionnement) = 0 END
JOIN lu_discipline d ON d.id = a.discipline_ref
WHERE NOT b.ecole GROUP BY b.rang, b.identifiant, b.nom, b.prenom, b.classe_libelle, b.quoi, b.mode_evaluation
