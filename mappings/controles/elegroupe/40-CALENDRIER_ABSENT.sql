-- code: CALENDRIER_ABSENT
-- famille: CALENDRIER
-- effet: INFORMATION
-- file: groupe
-- libelle: Le calendrier de l'établissement est absent.
-- anomalie: Les dates des inscriptions n'ont pas été comparées à l'année scolaire : le calendrier de l'établissement est absent.
-- cause: Aucun export SIECLE Communs, ou pas de dates d'élèves dans celui qui a été déposé.
-- correction: Dans SIECLE : Commun > Calendrier > Année scolaire > Modifier, puis déposez le fichier Communs.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant
WHERE EXISTS (SELECT FROM elegroupe_lien_vu) AND NOT EXISTS (SELECT FROM elegroupe_lien_vu WHERE rentree IS NOT NULL)
