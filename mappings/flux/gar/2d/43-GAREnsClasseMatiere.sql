-- fichier: Groupe
-- element: GAREnsClasseMatiere
SELECT uai AS "GARStructureUAI", identifiant AS "GARPersonIdentifiant", code AS "GARGroupeCode", array_agg(matiere ORDER BY matiere) AS "GARMatiereCode"
FROM gar_service WHERE type_structure = 'D' AND identifiant IS NOT NULL GROUP BY uai, identifiant, code ORDER BY uai, code, identifiant
