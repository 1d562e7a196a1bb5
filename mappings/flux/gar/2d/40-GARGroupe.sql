-- fichier: Groupe
-- element: GARGroupe
SELECT code AS "GARGroupeCode", uai AS "GARStructureUAI", libelle AS "GARGroupeLibelle",
       CASE type_structure WHEN 'D' THEN 'DIVISION' ELSE 'GROUPE' END AS "GARGroupeStatut", divisions AS "GARGroupeDivAppartenance"
FROM gar_groupe WHERE degre = '2D' ORDER BY uai, type_structure, code
