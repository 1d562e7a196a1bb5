-- Toutes les lignes d'une table du référentiel (%1$s) pour un établissement, entières, avec le dépôt qui les a écrites ; « - » : disparue.
SELECT CASE WHEN t.disparu_le IS NULL THEN '' ELSE '- ' END || '%1$s '
       || (jsonb_strip_nulls(to_jsonb(t)) - '{uai,annee_scolaire,empreinte,numero_depot,disparu_le}'::text[])::text
       || ' ← dépôt ' || t.numero_depot
FROM referentiel.%1$s t WHERE t.uai = :uai
ORDER BY 1
