-- Ce qui n'est pas transmis, et pourquoi.
-- element: ecartes
SELECT e.uai, e.eleve, e.objet, e.motif FROM gar_ecarte e LEFT JOIN gar_etab t USING (uai) WHERE coalesce(t.degre, '2D') = :degre
ORDER BY e.uai, e.objet, e.eleve, e.motif
