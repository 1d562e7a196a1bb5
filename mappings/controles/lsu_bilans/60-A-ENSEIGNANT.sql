-- code: A-ENSEIGNANT
-- effet: AVERTISSEMENT
-- file: etablissement
-- libelle: Enseignant inconnu.
-- anomalie: L'enseignant {civilite} {nom} {prenom} est inconnu dans ONDE. Vérifiez les données dans le logiciel d'évaluation et ONDE. {detail}
-- cause: Aucun enseignant de l'école n'a cette civilité et ce nom ; le prénom n'est pas comparé.
-- correction: Écrivez le nom de la même façon des deux côtés ; rattachez l'enseignant à l'école dans ONDE. Les bilans sont importés.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, n.civilite, n.nom, coalesce(n.prenom, '') AS prenom,
       format('(%s bilan(s))', count(*)) AS detail
FROM lu_enseignant n
JOIN lu_bilan b ON jsonb_exists(b.j -> 'enseignant_refs', n.id) AND NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET')
WHERE n.type IS NULL AND n.enseignant_id IS NULL
GROUP BY n.id, n.civilite, n.nom, n.prenom
