-- code: ONDE_DISPOSITIF_AUTRE
-- famille: C108
-- effet: INFORMATION
-- file: eleve
-- libelle: Le dispositif « Autre » n'est jamais repris dans LSU.
-- anomalie: Le dispositif « Autre » ({nombre} élève(s)) n'est jamais repris dans LSU.
-- cause: LSU ne reprend d'ONDE que onze dispositifs.
-- correction: Rien à faire.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(*)::text AS nombre
FROM onde_eleve WHERE dispositifs ~* '\mautre\M'
HAVING count(*) > 0
