-- code: C30
-- effet: INFORMATION
-- file: annee
-- libelle: Le calendrier de l'établissement a changé.
-- anomalie: Le calendrier des élèves a changé : {avant} auparavant, {apres} maintenant. Les dates des inscriptions aux groupes ({nombre}) sont vérifiées de nouveau.
-- cause: Le calendrier de SIECLE fait référence (R127) : le dernier fichier de liens est repris avec ces dates.
-- correction: Rien à faire. Le compte rendu du fichier de liens dit les dates qui ont été ramenées.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant,
       to_char(c.rentree_eleves, '"du "DD/MM/YYYY') || to_char(c.sortie_eleves, '" au "DD/MM/YYYY') AS avant,
       to_char(n.rentree_eleves, '"du "DD/MM/YYYY') || to_char(n.sortie_eleves, '" au "DD/MM/YYYY') AS apres,
       (SELECT count(*) FROM referentiel.lien_eleve_groupe l
        WHERE l.uai = :uai AND l.annee_scolaire = :annee AND l.origine = 'ELEGROUPE' AND l.disparu_le IS NULL) AS nombre
FROM siecle_annee n
JOIN referentiel.calendrier c ON c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
WHERE (c.rentree_eleves, c.sortie_eleves) <> (n.rentree_eleves, n.sortie_eleves)
