-- code: C48
-- effet: INFORMATION
-- file: groupe
-- libelle: Des services sont encore portés par un bloc de moyens.
-- anomalie: {nombre} service(s) porté(s) par un bloc de moyens ({noms}) : il n'aura pas de compte ENT.
-- cause: Le poste est à pourvoir : STS-WEB ne sait pas encore qui l'occupera (R106).
-- correction: Rien à faire ici. Quand la personne est nommée, refaites STS-WEB > Exports > Emploi du temps.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(DISTINCT v.rang) AS nombre,
       array_to_string((array_agg(DISTINCT i.nom_usage ORDER BY i.nom_usage))[1 : 10], ', ') AS noms
FROM sts_service v CROSS JOIN LATERAL unnest(v.enseignants, v.types) AS e (id, type)
JOIN sts_individu i ON i.enseignant_id = e.id AND i.type = e.type
WHERE i.nom_usage ~* '^BMP\M'
HAVING count(*) > 0
