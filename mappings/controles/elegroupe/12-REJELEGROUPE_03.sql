-- code: REJELEGROUPE_03
-- famille: REJELEGROUPE
-- effet: REJET
-- file: eleve
-- libelle: Inscriptions de l'élève non prises en compte.
-- anomalie: Les inscriptions de groupe de l'élève {nom} {prenom} né le {naissance} (identifiant envoyé = {envoye}) ont déjà été importées dans
--   SCONET (élève déjà traité ou homonymes). Veuillez mettre à jour les identifiants dans votre logiciel d'emploi du temps privé.
-- cause: Le même élève figure deux fois dans le fichier, sous deux identifiants, ou deux élèves y ont même nom, prénom et naissance.
-- correction: Dans PRONOTE, gardez une seule fiche pour cet élève, récupérez les identifiants de SIECLE, puis exportez de nouveau.
SELECT i.rang_eleve, NULL::bigint AS rang_lien, i.envoye AS identifiant, coalesce(f.nom, e.nom_de_famille) AS nom,
       coalesce(f.prenom, e.prenom) AS prenom, to_char(coalesce(f.date_naissance, e.date_naissance), 'DD/MM/YYYY') AS naissance, i.envoye
FROM elegroupe_identifie i
JOIN elegroupe_eleve f ON f.rang = i.rang_eleve
JOIN referentiel.eleve e ON e.uai = :uai AND e.annee_scolaire = :annee AND e.eleve_id = i.eleve_id
WHERE i.place > 1
