-- type: groupe
-- Classes, groupes et leurs trois groupes de profil.
SELECT uai, annee_scolaire, groupe_id::text AS cle,
       jsonb_strip_nulls(jsonb_build_object('nature', nature, 'typeStructure', type_structure, 'code', code, 'libelle', libelle, 'profil', profil)) AS valeurs
FROM ent.v_groupe WHERE disparu_le IS NULL
