-- code: CODE_GROUPE_LONG
-- famille: CODE_GROUPE
-- effet: INFORMATION
-- file: groupe
-- libelle: Des codes de groupe sont longs.
-- anomalie: Codes de groupe de plus de 8 caractères ({nombre}) : {groupes}. Ils sont pris tels quels.
-- cause: La description publiée de ce fichier s'arrête à 8 caractères ; SIECLE en accepte davantage, d'autres logiciels les coupent.
-- correction: Rien à faire ici. Si un autre logiciel perd ces groupes, raccourcissez leur code dans EDT avant la prochaine remontée.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(DISTINCT code_groupe) AS nombre,
       array_to_string((array_agg(DISTINCT code_groupe ORDER BY code_groupe))[1 : 10], ', ') AS groupes
FROM elegroupe_lien
WHERE length(code_groupe) > 8
HAVING count(*) > 0
