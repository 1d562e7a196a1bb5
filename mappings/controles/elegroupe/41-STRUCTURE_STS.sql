-- code: STRUCTURE_STS
-- famille: STRUCTURE
-- effet: INFORMATION
-- file: groupe
-- libelle: La structure de SIECLE n'a jamais été déposée.
-- anomalie: Les groupes ont été comparés à STS-WEB : aucun export SIECLE Structures n'a été reçu pour cette année.
-- cause: Le hub ne peut pas savoir si SIECLE connaît ces groupes (synchro 4a).
-- correction: Déposez l'export SIECLE Structures pour une réponse sûre.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant
WHERE NOT EXISTS (SELECT FROM referentiel.division d WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.source = 'SIECLE')
