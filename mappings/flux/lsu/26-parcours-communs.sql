-- element: parcours-commun
-- Le texte d'une classe est celui de son bilan le plus récent.
WITH commun AS (
    SELECT DISTINCT ON (b.periode_ref, b.classe, p.code) b.periode_ref, b.classe, b.ecole, p.code, p.commun, p.rang
    FROM sortie_bilan b JOIN lsu.bilan_parcours p ON p.bilan_id = b.id AND p.commun IS NOT NULL
    WHERE NOT b.de_cycle ORDER BY b.periode_ref, b.classe, p.code, b.id DESC
)
SELECT jsonb_strip_nulls(jsonb_build_object('periode_ref', periode_ref, 'code_division', CASE WHEN NOT ecole THEN classe END,
           'classe_ref', CASE WHEN ecole THEN 'CL_' || classe END,
           'parcours', jsonb_agg(jsonb_build_object('code', code, 'texte', commun) ORDER BY rang, code)))::text
FROM commun GROUP BY periode_ref, classe, ecole ORDER BY periode_ref, classe
