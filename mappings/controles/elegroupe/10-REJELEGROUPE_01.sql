-- code: REJELEGROUPE_01
-- famille: REJELEGROUPE
-- effet: REJET
-- file: eleve
-- libelle: Inscriptions de l'élève non prises en compte.
-- anomalie: L'élève {nom} {prenom} né le {naissance} (identifiant envoyé = {envoye}) n'a pas été trouvé dans SCONET. Veuillez mettre à jour
--   les identifiants dans votre logiciel d'emploi du temps privé.
-- cause: Ni l'identifiant envoyé, ni le nom, le prénom et la date de naissance ne désignent un élève de l'établissement dans SIECLE.
-- correction: Dans PRONOTE : Fichier > SIECLE > Récupérer les données des élèves, puis exportez de nouveau les liens élèves/groupes.
--   Si l'élève vient d'arriver, déposez d'abord l'export SIECLE des élèves.
SELECT i.rang_eleve, NULL::bigint AS rang_lien, i.envoye AS identifiant, f.nom, f.prenom,
       to_char(f.date_naissance, 'DD/MM/YYYY') AS naissance, i.envoye
FROM elegroupe_identifie i JOIN elegroupe_eleve f ON f.rang = i.rang_eleve
WHERE i.eleve_id IS NULL AND NOT i.sans_identite
