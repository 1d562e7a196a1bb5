-- code: E-SOCLE
-- famille: REJBILAN
-- effet: REJET
-- file: eleve
-- libelle: Bilan non importé.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) est incomplet : {manque}.
-- cause: Un bilan de fin de cycle dit les huit positionnements et la synthèse, ou n'est pas importé.
-- correction: Complétez le bilan dans le logiciel d'évaluation, puis refaites l'export.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi,
       concat_ws(' et ', CASE WHEN s.nombre < 8 THEN format('%s positionnement(s) sur 8', s.nombre) END,
                 CASE WHEN lsu.texte_lu(b.j ->> 'synthese', 1500) IS NULL THEN 'pas de synthèse' END) AS manque
FROM lu_bilan b
CROSS JOIN LATERAL (SELECT count(*) AS nombre FROM jsonb_array_elements(b.j -> 'socle') d WHERE d ->> 'positionnement' IS NOT NULL) s
WHERE b.de_cycle AND (s.nombre < 8 OR lsu.texte_lu(b.j ->> 'synthese', 1500) IS NULL)
