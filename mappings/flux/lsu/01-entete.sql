-- element: entete
-- La version est la plus ancienne qui peut tout dire : 7.0 pour une discipline de modalité D ou un socle qui n'a pas ses huit domaines.
SELECT jsonb_build_object('etablissement', :uai, 'degre', CASE WHEN bool_or(b.ecole) THEN '1D' ELSE '2D' END, 'bilans', count(*),
           'version', CASE WHEN bool_or(b.ecole) THEN '1.0'
                           WHEN EXISTS (SELECT FROM sortie_discipline WHERE modalite = 'D' OR langue_id IS NOT NULL)
                             OR EXISTS (SELECT FROM sortie_bilan x JOIN lsu.bilan_socle s ON s.bilan_id = x.id WHERE NOT x.de_cycle
                                        GROUP BY x.id HAVING count(*) <> 8) THEN '7.0'
                           ELSE '3.0' END)::text
FROM sortie_bilan b HAVING count(*) > 0
