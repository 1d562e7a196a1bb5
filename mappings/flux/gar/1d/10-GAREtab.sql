-- fichier: Etab
-- element: GAREtab
SELECT uai AS "GARStructureUAI", nom AS "GARStructureNomCourant", contrat AS "GARStructureContrat", telephone AS "GARStructureTelephone",
       courriel AS "GARStructureEmail"
FROM gar_etab WHERE degre = '1D' ORDER BY uai
