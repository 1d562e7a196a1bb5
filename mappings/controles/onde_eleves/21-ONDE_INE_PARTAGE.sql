-- code: ONDE_INE_PARTAGE
-- effet: AVERTISSEMENT
-- file: eleve
-- libelle: Deux élèves portent le même INE.
-- anomalie: Ligne {ligne} : l'INE de {nom} {prenom} est aussi celui d'un autre élève du fichier. Il n'a pas été repris.
-- cause: Un INE ne désigne qu'une personne : l'un des deux est faux.
-- correction: Dans ONDE, vérifiez l'INE de ces deux élèves, puis refaites l'extraction.
SELECT v.rang AS rang_eleve, NULL::bigint AS rang_lien, v.eleve_id AS identifiant, f.ligne::text AS ligne, f.nom_de_famille AS nom, f.prenom
FROM onde_eleve_vu v JOIN onde_eleve f USING (rang)
WHERE v.ine_partage AND NOT v.repete
