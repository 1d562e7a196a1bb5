-- code: A-ELEMENT
-- effet: AVERTISSEMENT
-- file: eleve
-- libelle: Acquis sans élément du programme.
-- anomalie: Le {quoi} de l'élève {nom} {prenom} ({classe}) a {nombre} acquis sans élément du programme.
-- cause: Les éléments du programme étaient obligatoires avant 2020 ; ils restent attendus des familles.
-- correction: Ajoutez-les dans le logiciel d'évaluation si vous le souhaitez. Le bilan est importé.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi, count(*)::text AS nombre
FROM lu_bilan b
JOIN lu_acquis a ON a.bilan = b.rang AND a.element_refs IS NULL AND a.sous_place = 0
     AND NOT EXISTS (SELECT FROM lu_acquis s WHERE s.bilan = a.bilan AND s.place = a.place AND s.sous_place > 0)
WHERE NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET')
GROUP BY b.rang, b.identifiant, b.nom, b.prenom, b.classe_libelle, b.quoi
