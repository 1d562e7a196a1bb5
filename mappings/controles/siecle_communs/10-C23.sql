-- code: C23
-- effet: AVERTISSEMENT
-- file: annee
-- libelle: Le calendrier de l'établissement est absent.
-- anomalie: Le calendrier de l'établissement est absent.
-- cause: Le fichier ne donne pas le premier et le dernier jour des élèves : les dates des inscriptions ne pourront pas être vérifiées (R016).
-- correction: Dans SIECLE : Commun > Calendrier > Année scolaire > Modifier, puis redéposez le fichier Communs.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant
WHERE NOT EXISTS (SELECT FROM siecle_annee WHERE rentree_eleves IS NOT NULL AND sortie_eleves IS NOT NULL)
