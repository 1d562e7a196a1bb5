-- code: A-DESCRIPTIF
-- effet: AVERTISSEMENT
-- file: etablissement
-- libelle: Description absente.
-- anomalie: {projet} « {intitule} » n'a pas de description.
-- cause: Une description absente ou réduite à un tiret ne dit rien aux familles.
-- correction: Écrivez-la dans le logiciel d'évaluation si vous le souhaitez. Les bilans sont importés.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant,
       CASE p.element WHEN 'epi' THEN 'L''EPI' ELSE 'L''accompagnement personnalisé' END AS projet, left(p.intitule, 150) AS intitule
FROM lu_projet p
WHERE coalesce(btrim(p.description), '-') IN ('-', '') AND EXISTS (SELECT FROM lu_bilan b WHERE NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET'))
