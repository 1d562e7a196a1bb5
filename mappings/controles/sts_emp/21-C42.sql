-- code: C42
-- effet: AVERTISSEMENT
-- file: groupe
-- libelle: Un service désigne un professeur inconnu.
-- anomalie: Professeur inconnu ({professeur}) dans {nombre} service(s) : {structures}.
-- cause: Le fichier ne décrit pas cette personne : son affectation n'est pas arrivée, ou elle vient d'être retirée.
-- correction: Refaites STS-WEB > Exports > Emploi du temps ; si l'erreur reste, vérifiez l'affectation avec le rectorat.
SELECT NULL::bigint AS rang_eleve, min(v.rang) AS rang_lien, NULL::text AS identifiant, e.id AS professeur, count(*) AS nombre,
       array_to_string((array_agg(DISTINCT v.code_structure ORDER BY v.code_structure))[1 : 10], ', ') AS structures
FROM sts_service v CROSS JOIN LATERAL unnest(v.enseignants, v.types) AS e (id, type)
WHERE NOT EXISTS (SELECT FROM sts_individu i WHERE i.enseignant_id = e.id AND i.type = e.type)
GROUP BY e.id, e.type
