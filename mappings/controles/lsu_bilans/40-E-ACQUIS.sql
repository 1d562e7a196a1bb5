-- code: E-ACQUIS
-- famille: REJBILAN
-- effet: REJET
-- file: eleve
-- libelle: Bilan non importé.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) n'a aucun acquis.
-- cause: Un bilan périodique dit au moins un acquis.
-- correction: Complétez le bilan dans le logiciel d'évaluation, ou retirez-le de l'export.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi
FROM lu_bilan b WHERE NOT b.de_cycle AND NOT EXISTS (SELECT FROM lu_acquis a WHERE a.bilan = b.rang)
