-- fichier: Groupe
-- element: GARPersonGroupe
SELECT uai AS "GARStructureUAI", identifiant AS "GARPersonIdentifiant", code AS "GARGroupeCode"
FROM gar_lien WHERE degre = '1D' ORDER BY uai, code, identifiant
