-- code: ELEGROUPE_NOMS
-- famille: ELEGROUPE
-- effet: INFORMATION
-- file: format
-- libelle: Le fichier n'est pas tout à fait de la version qu'il annonce.
-- anomalie: Le fichier annonce la version {version} et écrit {ecrit} ({nombre} élève(s)) ; les noms ont été lus.
-- cause: NOM est l'élément des versions 1.0 à 1.3, NOM_DE_FAMILLE celui de la version 1.4.
-- correction: Rien à faire. Si SIECLE refuse le fichier, mettez à jour le logiciel qui l'a produit.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, version, count(*) AS nombre,
       CASE WHEN version = '1.4' THEN 'NOM' ELSE 'NOM_DE_FAMILLE' END AS ecrit
FROM elegroupe_eleve
WHERE nom IS NOT NULL AND (nom_ancien IS NOT NULL) = (version = '1.4')
GROUP BY version
