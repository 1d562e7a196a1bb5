-- categorie: MatiereEducNat
-- operation: categorieMatiere=MatEducNat
-- formes: ENTMatJointure 1 code6, ENTLibelleMatiere 1 texte, ENTMatiereRattach 0..1 texte
-- definit: matiere
-- Les matières des nomenclatures des établissements (aaf.md, 5.2).
SELECT code AS id,
       code AS "ENTMatJointure",
       libelle AS "ENTLibelleMatiere",
       NULL AS "ENTMatiereRattach"
FROM aaf_matiere
ORDER BY code COLLATE "C"
