-- fichier: Eleve
-- element: GARPersonMEF
SELECT p.uai AS "GARStructureUAI", p.identifiant AS "GARPersonIdentifiant", p.mef AS "GARMEFCode"
FROM gar_personne_mef p WHERE NOT p.adulte ORDER BY p.uai, p.identifiant, p.mef
