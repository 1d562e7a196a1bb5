-- code: E-DOUBLON
-- effet: REFUS
-- file: format
-- anomalie: {quoi} apparaît deux fois dans le fichier.
-- cause: Un élève ne peut y être qu'une fois, une discipline aussi avec une même modalité.
-- correction: Élève qui a changé de classe : exportez ses classes séparément, ou ne gardez que la dernière. Discipline : corrigez-la dans le
--   logiciel d'évaluation.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, d.quoi
FROM (SELECT 'L''élève d''identifiant SIECLE ' || id_be AS quoi FROM lu_eleve WHERE id_be <> '' GROUP BY id_be HAVING count(*) > 1
      UNION ALL SELECT 'Un élève (même INE)' FROM lu_eleve WHERE ine <> '' GROUP BY ine HAVING count(*) > 1
      UNION ALL SELECT format('La discipline %s, modalité %s,', code, modalite) FROM lu_discipline
                GROUP BY code, modalite, id_lv HAVING count(*) > 1) d
