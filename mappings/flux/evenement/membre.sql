-- type: membre
-- Qui est membre d'un groupe de profil ; les membres d'une classe ou d'un groupe s'en déduisent (ent.v_membre).
SELECT g.uai, g.annee_scolaire, m.groupe_id || ':' || m.personne_id AS cle,
       jsonb_build_object('groupe', m.groupe_id::text, 'personne', m.personne_id::text) AS valeurs
FROM ent.membre m JOIN ent.groupe g USING (groupe_id) WHERE m.disparu_le IS NULL AND g.disparu_le IS NULL
