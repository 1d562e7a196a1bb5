-- code: E-MODALITE
-- effet: REFUS
-- file: format
-- anomalie: La discipline {discipline} a la modalité d'élection « {modalite} », que le LSU ne connaît pas.
-- cause: Les modalités du LSU sont S, O, F, L, R, X et, depuis la version 4.0, D. SIECLE a aussi N, que le LSU n'accepte pas.
-- correction: Dans le logiciel d'évaluation, corrigez la modalité de cette discipline, puis refaites l'export.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, left(code, 20) AS discipline, left(modalite, 5) AS modalite
FROM lu_discipline WHERE modalite NOT IN ('S', 'O', 'F', 'L', 'R', 'X', 'D')
