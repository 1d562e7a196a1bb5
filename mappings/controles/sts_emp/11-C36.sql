-- code: C36
-- effet: AVERTISSEMENT
-- file: groupe
-- libelle: Un groupe est rattaché à une division qui n'existe pas.
-- anomalie: Le groupe {groupe} est rattaché à {division}, qui n'existe plus.
-- cause: La division a été renommée ou supprimée dans STS-WEB, le groupe a gardé l'ancien rattachement.
-- correction: Corrigez le rattachement dans STS-WEB > Structure, puis Exports > Structure.
SELECT DISTINCT NULL::bigint AS rang_eleve, g.rang AS rang_lien, NULL::text AS identifiant, g.code_groupe AS groupe, citee AS division
FROM sts_groupe g CROSS JOIN LATERAL unnest(g.divisions) AS citee
WHERE citee NOT IN (SELECT code_division FROM sts_division)
