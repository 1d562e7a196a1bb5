-- code: ONDE_DIRECTEUR
-- effet: INFORMATION
-- file: etablissement
-- libelle: La personne qui dirige l'école n'est pas connue avec certitude.
-- anomalie: {nombre} personne(s) signalée(s) comme directeur ou directrice ; une seule est attendue.
-- cause: La colonne « Directeur » de l'extraction.
-- correction: Dans ONDE, vérifiez la direction de l'école, puis refaites l'extraction.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(DISTINCT v.enseignant_id)::text AS nombre
FROM onde_enseignant_vu v JOIN onde_enseignant f USING (rang)
WHERE f.directeur
HAVING count(DISTINCT v.enseignant_id) <> 1
