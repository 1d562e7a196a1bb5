-- categorie: EtabEducNat
-- operation: categorieStructure=EtabEducNat
-- formes: ENTStructureJointure 1 numero, ENTStructureUAI 1 uai, ENTStructureSIREN 0..1 texte, ENTStructureNomCourant 1 texte,
--   ENTStructureTypeStruct 0..1 texte, ENTStructureCodeTypeStruct 0..1 texte, ENTEcoleMinistereTutelle 0..1 texte,
--   ENTEcoleCodeMinistereTutelle 0..1 texte, ENTEtablissementContrat 0..1 texte, ENTStructureBoitePostale 0..1 texte,
--   ENTStructureAdresse 0..1 texte, ENTStructureCodePostal 0..1 texte, ENTStructureVille 0..1 texte, ENTStructureTelephone 0..1 texte,
--   ENTStructureFax 0..1 texte, ENTServAcAcademie 0..1 texte, ENTServAcCodeAcademie 0..1 texte, ENTEcoleSecteur 0..1 texte,
--   ENTEcoleCirconscription 0..1 texte, ENTEcoleCommune 0..1 texte, ENTEcoleRPI 0..1 texte, ENTStructureEmail 0..1 texte
-- definit: etablissement ENTStructureUAI
-- Les écoles.
SELECT t.e AS id,
       t.e AS "ENTStructureJointure",
       t.uai AS "ENTStructureUAI",
       NULL AS "ENTStructureSIREN",
       t.nom AS "ENTStructureNomCourant",
       n.libelle AS "ENTStructureTypeStruct",
       t.code_nature AS "ENTStructureCodeTypeStruct",
       'MINISTERE DE L''EDUCATION NATIONALE' AS "ENTEcoleMinistereTutelle",
       '06' AS "ENTEcoleCodeMinistereTutelle",
       NULL AS "ENTEtablissementContrat",
       NULL AS "ENTStructureBoitePostale",
       NULL AS "ENTStructureAdresse",
       t.code_postal AS "ENTStructureCodePostal",
       t.commune AS "ENTStructureVille",
       NULL AS "ENTStructureTelephone",
       NULL AS "ENTStructureFax",
       :academie AS "ENTServAcAcademie",
       NULL AS "ENTServAcCodeAcademie",
       NULL AS "ENTEcoleSecteur",
       NULL AS "ENTEcoleCirconscription",
       t.commune AS "ENTEcoleCommune",
       NULL AS "ENTEcoleRPI",
       NULL AS "ENTStructureEmail"
FROM aaf_etablissement t
LEFT JOIN (VALUES ('101', 'ECOLE MATERNELLE'), ('151', 'ECOLE ELEMENTAIRE')) AS n (nature, libelle) ON n.nature = t.code_nature
ORDER BY t.e
