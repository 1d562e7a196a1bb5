-- code: SUPPLEANTS_BRUTS
-- famille: SUPPLEANTS
-- effet: INFORMATION
-- file: format
-- libelle: Le fichier porte des suppléances.
-- anomalie: {lues} suppléance(s) lue(s) sur {toutes} ; ce qui n'a pas pu l'être est gardé tel quel.
-- cause: STS-WEB ne documente pas son contenu.
-- correction: Rien à faire. Signalez-le à l'assistance : un exemple permettra de le lire.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, n.lues, n.toutes
FROM sts_suppleants b
CROSS JOIN LATERAL (
    SELECT (SELECT count(DISTINCT place) FROM sts_suppleance) AS lues,
           CASE WHEN xml_is_well_formed_document(b.contenu) THEN cardinality(xpath('/*/*', b.contenu::xml)) ELSE 0 END AS toutes) n
WHERE b.contenu IS NOT NULL AND (n.lues < n.toutes OR n.toutes = 0)
