-- type: personne
-- reserve: dateNaissance, ine
-- Une personne telle que cet établissement la connaît ; son identifiant est le même partout et pour toujours.
SELECT uai, annee_scolaire, personne_id::text AS cle,
       jsonb_strip_nulls(jsonb_build_object('profil', profil, 'nom', nom, 'prenom', prenom, 'dateNaissance', date_naissance, 'ine', ine,
           'uaiRattachement', uai_rattachement, 'source', systeme, 'cleSource', cle)) AS valeurs
FROM ent.v_personne WHERE disparu_le IS NULL
