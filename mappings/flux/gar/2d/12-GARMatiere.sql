-- fichier: Etab
-- element: GARMatiere
SELECT uai AS "GARStructureUAI", code AS "GARMatiereCode", libelle AS "GARMatiereLibelle" FROM gar_matiere ORDER BY uai, code
