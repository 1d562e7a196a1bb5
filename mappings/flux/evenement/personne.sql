-- type: personne
-- reserve: dateNaissance, ine
-- Une personne telle que cet établissement la connaît ; son identifiant est le même partout et pour toujours. Un autre établissement où
-- elle serait rattachée n'est pas nommé : le consommateur n'a pas à le connaître (R027).
SELECT uai, annee_scolaire, personne_id::text AS cle,
       jsonb_strip_nulls(jsonb_build_object('profil', profil, 'nom', nom, 'prenom', prenom, 'dateNaissance', date_naissance, 'ine', ine,
           'uaiRattachement', CASE WHEN uai_rattachement = uai THEN uai END, 'source', systeme, 'cleSource', cle)) AS valeurs
FROM ent.v_personne WHERE disparu_le IS NULL
