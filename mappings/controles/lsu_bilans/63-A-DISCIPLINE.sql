-- code: A-DISCIPLINE
-- effet: AVERTISSEMENT
-- file: etablissement
-- libelle: Discipline inconnue de SIECLE.
-- anomalie: La discipline {discipline} « {libelle} » est inconnue de SIECLE (modalité X).
-- cause: La modalité X dit que la discipline n'est pas dans les services de l'établissement.
-- correction: Ajoutez le service dans STS-WEB, puis récupérez-le dans le logiciel d'évaluation. Les bilans sont importés.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, d.code AS discipline, d.libelle
FROM lu_discipline d
WHERE d.modalite = 'X' AND EXISTS (SELECT FROM lu_bilan b JOIN lu_acquis a ON a.bilan = b.rang AND a.discipline_ref = d.id WHERE NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET'))
