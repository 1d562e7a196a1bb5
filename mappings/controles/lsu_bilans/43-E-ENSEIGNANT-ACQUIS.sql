-- code: E-ENSEIGNANT-ACQUIS
-- famille: REJBILAN
-- effet: REJET
-- file: eleve
-- libelle: Bilan non importé.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) a {nombre} acquis sans enseignant : {disciplines}.
-- cause: Chaque acquis est celui d'un enseignant au moins.
-- correction: Dans le logiciel d'évaluation, donnez un enseignant au service, puis refaites l'export.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi, count(*)::text AS nombre, string_agg(d.libelle, ', ' ORDER BY a.place) AS disciplines
FROM lu_bilan b
JOIN lu_acquis a ON a.bilan = b.rang AND coalesce(jsonb_array_length(a.enseignant_refs), 0) = 0
JOIN lu_discipline d ON d.id = a.discipline_ref
WHERE NOT b.ecole GROUP BY b.rang, b.identifiant, b.nom, b.prenom, b.classe_libelle, b.quoi
