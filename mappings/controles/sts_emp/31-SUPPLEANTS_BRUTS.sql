-- code: SUPPLEANTS_BRUTS
-- famille: SUPPLEANTS
-- effet: INFORMATION
-- file: format
-- libelle: Le fichier porte des suppléances.
-- anomalie: Le bloc des suppléants est gardé tel quel ; personne n'en est encore créé.
-- cause: STS-WEB ne documente pas son contenu.
-- correction: Rien à faire. Signalez-le à l'assistance : un exemple permettra de le lire.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant
FROM sts_suppleants WHERE contenu IS NOT NULL
