-- code: ONDE_SANS_INE
-- effet: INFORMATION
-- file: eleve
-- libelle: Des élèves n'ont pas d'INE.
-- anomalie: {nombre} élève(s) sur {tous} sans INE. Ils sont reconnus par leur nom, leur prénom et leur date de naissance.
-- cause: {explication}
-- correction: ONDE > Élèves : complétez les INE avant les bilans du LSU, qui les demande.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, (count(*) - count(ine))::text AS nombre,
       count(*)::text AS tous,
       CASE WHEN count(ine) = 0 THEN 'Cette extraction (ancien modèle, ou par classe) ne porte pas les INE.'
            ELSE 'Un élève nouvellement inscrit n''a pas encore d''INE.' END AS explication
FROM onde_eleve
HAVING count(ine) < count(*)
