-- code: EDT_GROUPES_IMBRIQUES
-- famille: GROUPES_IMBRIQUES
-- effet: AVERTISSEMENT
-- file: format
-- libelle: Des groupes ne sont pas à leur place dans le fichier.
-- anomalie: Groupes écrits à l'intérieur des divisions ({nombre}) : {groupes}. Ils ont été lus comme les autres.
-- cause: EDT les écrit à côté des divisions : le fichier a été modifié, ou produit par un autre logiciel.
-- correction: Refaites Imports/Exports > STSWEB > Exporter et déposez le fichier sans l'ouvrir.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(*) AS nombre,
       array_to_string((array_agg(code_groupe ORDER BY code_groupe))[1 : 10], ', ') AS groupes
FROM emp_groupe
WHERE imbrique
HAVING count(*) > 0
