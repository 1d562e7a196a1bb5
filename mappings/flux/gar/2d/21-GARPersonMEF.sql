-- fichier: Enseignant
-- element: GARPersonMEF
SELECT p.uai AS "GARStructureUAI", p.identifiant AS "GARPersonIdentifiant", p.mef AS "GARMEFCode"
FROM gar_personne_mef p WHERE p.adulte ORDER BY p.uai, p.identifiant, p.mef
