-- code: A-TRONQUE
-- effet: AVERTISSEMENT
-- file: eleve
-- libelle: Texte coupé.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) a des textes trop longs, coupés : {textes}.
-- cause: Le LSU limite chaque texte ; ce qui dépasse n'y entre pas.
-- correction: Raccourcissez le texte dans le logiciel d'évaluation, puis importez de nouveau le fichier.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi, string_agg(DISTINCT format('%s (%s caractères au plus)', l.quoi, l.limite), ', ') AS textes
FROM lu_bilan b JOIN lu_longueur l ON l.bilan = b.rang
WHERE NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET')
GROUP BY b.rang, b.identifiant, b.nom, b.prenom, b.classe_libelle, b.quoi
