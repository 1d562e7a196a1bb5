-- type: structure
SELECT uai, annee_scolaire, uai AS cle,
       jsonb_strip_nulls(jsonb_build_object('nom', nom, 'codePostal', code_postal, 'commune', commune)) AS valeurs
FROM ent.v_structure WHERE disparu_le IS NULL
