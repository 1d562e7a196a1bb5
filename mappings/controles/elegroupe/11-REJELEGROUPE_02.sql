-- code: REJELEGROUPE_02
-- famille: REJELEGROUPE
-- effet: REJET
-- file: eleve
-- libelle: Inscriptions de l'élève non prises en compte.
-- anomalie: Problème de rejet non identifié pour l'import des liens 'élève-groupe'. Veuillez signaler ce problème.
-- cause: L'enregistrement {rang} du fichier ne porte ni un identifiant, ni un nom, un prénom et une date de naissance complets.
-- correction: Vérifiez la fiche de cet élève dans PRONOTE, puis exportez de nouveau les liens élèves/groupes.
SELECT i.rang_eleve, NULL::bigint AS rang_lien, i.envoye AS identifiant, i.rang_eleve::text AS rang
FROM elegroupe_identifie i
WHERE i.eleve_id IS NULL AND i.sans_identite
