-- fichier: Enseignant
-- element: GARPersonMEFSTAT4
SELECT DISTINCT p.uai AS "GARStructureUAI", p.identifiant AS "GARPersonIdentifiant", n.mefstat4 AS "GARMEFSTAT4Code"
FROM gar_personne_niveau p JOIN gar_niveau n USING (niveau) WHERE p.adulte ORDER BY 1, 2, 3
