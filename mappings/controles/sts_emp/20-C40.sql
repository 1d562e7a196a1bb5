-- code: C40
-- effet: AVERTISSEMENT
-- file: groupe
-- libelle: Un service porte une matière inconnue.
-- anomalie: La matière {matiere} ({nombre} service(s) : {structures}) n'est pas dans les nomenclatures de l'établissement.
-- cause: La matière n'est pas sélectionnée pour l'établissement, ou son code a changé.
-- correction: SIECLE > Nomenclatures > Matières, puis profilage ; refaites ensuite STS-WEB > Exports > Emploi du temps.
SELECT NULL::bigint AS rang_eleve, min(v.rang) AS rang_lien, NULL::text AS identifiant, v.code_matiere AS matiere, count(*) AS nombre,
       array_to_string((array_agg(DISTINCT v.code_structure ORDER BY v.code_structure))[1 : 10], ', ') AS structures
FROM sts_service v
WHERE EXISTS (SELECT FROM sts_matiere) AND v.code_matiere NOT IN (SELECT code_matiere FROM sts_matiere)
GROUP BY v.code_matiere
