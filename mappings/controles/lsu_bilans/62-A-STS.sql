-- code: A-STS
-- effet: AVERTISSEMENT
-- file: etablissement
-- libelle: Enseignant inconnu de STS.
-- anomalie: L'enseignant {civilite} {nom} {prenom} (identifiant STS {numero}, {type}) est inconnu dans STS.
-- cause: Cet identifiant n'est pas celui d'un enseignant de l'établissement dans l'export de STS-WEB que la passerelle a reçu.
-- correction: Récupérez les enseignants de STS-WEB dans le logiciel d'évaluation. Les bilans sont importés.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, coalesce(n.civilite, '') AS civilite,
       coalesce(n.nom, '') AS nom, coalesce(n.prenom, '') AS prenom, n.id_sts AS numero, n.type
FROM lu_enseignant n
WHERE n.type IS NOT NULL AND n.enseignant_id IS NULL AND EXISTS (SELECT FROM lu_bilan b WHERE NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET'))
