-- fichier: Eleve
-- element: GAREleveEnseignement
SELECT l.uai AS "GARStructureUAI", l.identifiant AS "GARPersonIdentifiant", s.matiere AS "GARMatiereCode"
FROM gar_lien l
JOIN (SELECT DISTINCT uai, type_structure, code, matiere FROM gar_service) s USING (uai, type_structure, code)
WHERE l.degre = '2D' AND NOT l.adulte
UNION
SELECT uai, identifiant, matiere FROM gar_option ORDER BY 1, 2, 3
