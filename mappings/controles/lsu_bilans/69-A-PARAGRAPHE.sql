-- code: A-PARAGRAPHE
-- effet: AVERTISSEMENT
-- file: eleve
-- libelle: Paragraphes non gardés.
-- anomalie: L'appréciation générale du {quoi} de l'élève {nom} {prenom} ({classe}) a des retours à la ligne.
-- cause: Le LSU ne garde pas les paragraphes de ce texte.
-- correction: Écrivez l'appréciation d'un seul tenant si vous le souhaitez. Le bilan est importé.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi
FROM lu_bilan b
WHERE btrim(b.j ->> 'appreciation_generale', E' \n\r\t') LIKE E'%\n%' AND NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET')
