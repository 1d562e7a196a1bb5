-- code: E-SYNTHESE
-- famille: REJBILAN
-- effet: REJET
-- file: eleve
-- libelle: Bilan non importé.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) n'a pas d'appréciation globale.
-- cause: Le texte d'ensemble (acquis et conseils, ou appréciation générale) est obligatoire.
-- correction: Écrivez-le dans le logiciel d'évaluation, puis refaites l'export.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi
FROM lu_bilan b
WHERE NOT b.de_cycle AND lsu.texte_lu(CASE WHEN b.ecole THEN b.j ->> 'appreciation_generale' ELSE b.j ->> 'acquis_conseils' END, 1500) IS NULL
