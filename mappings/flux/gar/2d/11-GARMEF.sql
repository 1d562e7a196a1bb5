-- fichier: Etab
-- element: GARMEF
SELECT uai AS "GARStructureUAI", code AS "GARMEFCode", libelle AS "GARMEFLibelle", mefstat AS "GARMEFSTAT11" FROM gar_mef ORDER BY uai, code
