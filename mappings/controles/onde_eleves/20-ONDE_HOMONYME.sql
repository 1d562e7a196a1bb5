-- code: ONDE_HOMONYME
-- effet: REJET
-- file: eleve
-- libelle: Un élève ne peut pas être reconnu.
-- anomalie: Ligne {ligne} : {nom} {prenom}, né(e) le {naissance}. {explication} La ligne n'a pas été prise en compte.
-- cause: Sans INE, un élève est reconnu par son nom, son prénom et sa date de naissance.
-- correction: Dans ONDE, complétez l'INE de ces élèves ou corrigez leur identité, puis refaites l'extraction.
SELECT v.rang AS rang_eleve, NULL::bigint AS rang_lien, v.eleve_id AS identifiant, f.ligne::text AS ligne, f.nom_de_famille AS nom, f.prenom,
       coalesce(to_char(f.date_naissance, 'DD/MM/YYYY'), 'date inconnue') AS naissance,
       CASE WHEN cardinality(v.candidats) > 0 THEN 'Plusieurs élèves de l''école portent cette identité.'
            ELSE 'Une ligne précédente porte la même identité.' END AS explication
FROM onde_eleve_vu v JOIN onde_eleve f USING (rang)
WHERE NOT v.repete AND (v.place > 1 OR cardinality(v.candidats) > 0)
