-- categorie: MefEducNat
-- operation: categorieMef=MefEducNat
-- formes: ENTMefJointure 1 code11, ENTLibelleMef 1 texte, ENTMEFRattach 1 code11, ENTMEFSTAT11 1 code11, ENTNivFormation 0..1 texte,
--   ENTFiliere 0..1 texte
-- definit: mef
-- Les formations (aaf.md, 5.2). Aucun fichier ne dit le MEF de rattachement : c'est le MEF lui-même ; vide, il ferait perdre la formation.
SELECT code AS id,
       code AS "ENTMefJointure",
       formation AS "ENTLibelleMef",
       code AS "ENTMEFRattach",
       stat AS "ENTMEFSTAT11",
       formation AS "ENTNivFormation",
       formation AS "ENTFiliere"
FROM aaf_mef
ORDER BY code COLLATE "C"
