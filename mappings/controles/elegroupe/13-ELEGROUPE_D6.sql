-- code: ELEGROUPE_D6
-- famille: ELEGROUPE
-- effet: AVERTISSEMENT
-- file: format
-- libelle: SIECLE refuserait ce fichier.
-- anomalie: {nombre} élève(s) sans aucun groupe : SIECLE refuserait le fichier entier (« Fichier XML non valide. Impossible d'importer ce fichier. »).
-- cause: Un élève qui n'est dans aucun groupe ne doit pas être dans le fichier. Ici les autres élèves ont été pris en compte.
-- correction: Mettez à jour le logiciel qui a produit le fichier, ou retirez ces élèves de l'export, puis exportez de nouveau avant le dépôt dans SIECLE.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(*) AS nombre
FROM elegroupe_eleve e
WHERE NOT EXISTS (SELECT FROM elegroupe_lien l WHERE l.rang_eleve = e.rang)
HAVING count(*) > 0
