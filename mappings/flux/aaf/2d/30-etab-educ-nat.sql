-- categorie: EtabEducNat
-- operation: categorieStructure=EtabEducNat
-- formes: ENTStructureJointure 1 numero, ENTStructureUAI 1 uai, ENTEtablissementUAI 1 uai, ENTStructureSIREN 0..1 texte,
--   ENTStructureNomCourant 1 texte$texte$libre, ENTStructureTypeStruct 0..1 texte, ENTStructureCodeTypeStruct 0..1 texte,
--   ENTEtablissementMinistereTutelle 0..1 texte, ENTEtablissementCodeMinistereTutelle 0..1 texte, ENTEtablissementContrat 0..1 texte,
--   postOfficeBox 0..1 texte, street 0..1 texte, postalCode 0..1 texte, l 0..1 texte, telephoneNumber 0..1 texte,
--   facsimileTelephoneNumber 0..1 texte, ENTStructureMailSI 0..1 texte, ENTEtablissementStructRattachFctl 0..n numero,
--   ENTEtablissementBassin 0..1 texte$texte, ENTServAcAcademie 0..1 texte, ENTServAcCodeAcademie 0..1 texte,
--   ENTStructureClasses 0..n !classe$texte$mef*, ENTStructureGroupes 0..n !groupe$texte$classe*
-- definit: etablissement ENTStructureUAI
-- Les établissements (aaf.md, 5.1).
SELECT t.e AS id,
       t.e AS "ENTStructureJointure",
       t.uai AS "ENTStructureUAI",
       t.uai AS "ENTEtablissementUAI",
       NULL AS "ENTStructureSIREN",
       replace(t.sigle, '$', '-') || '$' || replace(t.nom, '$', '-') || '$' || replace(t.ville, '$', '-') AS "ENTStructureNomCourant",
       n.libelle AS "ENTStructureTypeStruct",
       t.nature AS "ENTStructureCodeTypeStruct",
       'MINISTERE DE L''EDUCATION NATIONALE' AS "ENTEtablissementMinistereTutelle",
       '06' AS "ENTEtablissementCodeMinistereTutelle",
       t.contrat AS "ENTEtablissementContrat",
       NULL AS "postOfficeBox",
       t.adresse AS "street",
       t.code_postal AS "postalCode",
       t.ville AS "l",
       ent.telephone_international(t.telephone) AS "telephoneNumber",
       NULL AS "facsimileTelephoneNumber",
       t.courriel AS "ENTStructureMailSI",
       NULL AS "ENTEtablissementStructRattachFctl",
       NULL AS "ENTEtablissementBassin",
       :academie AS "ENTServAcAcademie",
       NULL AS "ENTServAcCodeAcademie",
       ARRAY(SELECT concat_ws('$', s.code, s.libelle, (SELECT string_agg(m.code, '$' ORDER BY m.code) FROM aaf_mef m WHERE m.code = ANY (s.mef)))
             FROM aaf_structure s WHERE s.uai = t.uai AND s.type = 'D' ORDER BY s.code) AS "ENTStructureClasses",
       ARRAY(SELECT concat_ws('$', s.code, s.libelle,
                              (SELECT string_agg(d.code, '$' ORDER BY d.code) FROM aaf_structure d
                               WHERE d.uai = s.uai AND d.type = 'D' AND d.cle = ANY (ARRAY(SELECT upper(btrim(c)) FROM unnest(s.divisions) c))))
             FROM aaf_structure s WHERE s.uai = t.uai AND s.type = 'G' ORDER BY s.code) AS "ENTStructureGroupes"
FROM aaf_etablissement t
LEFT JOIN (VALUES ('300', 'LYCEE D ENSEIGNEMENT GENERAL'), ('302', 'LYCEE D ENSEIGNEMENT GENERAL ET TECHNOLOGIQUE'), ('306', 'LYCEE POLYVALENT'),
                  ('320', 'LYCEE PROFESSIONNEL'), ('340', 'COLLEGE'), ('370', 'ETABLISSEMENT REGIONAL D ENSEIGNEMENT ADAPTE'),
                  ('390', 'SECTION D ENSEIGNEMENT GENERAL ET PROFESSIONNEL ADAPTE')) AS n (nature, libelle) ON n.nature = t.nature
ORDER BY t.e
