-- categorie: Eleve
-- operation: categoriePersonne=Eleve
-- formes: ENTPersonJointure 1 numero, ENTEleveINE 0..1 texte, ENTEleveStructRattachId 1 texte, ENTPersonDateNaissance 1 date,
--   ENTPersonNomPatro 1 texte, sn 1 texte, givenName 1 texte, ENTPersonAutresPrenoms 1..n texte, personalTitle 0..1 titre,
--   ENTElevePersRelEleve 0..n responsable$lien$binaire$legal$binaire$binaire, ENTEleveAdresseRel 0..n responsable,
--   ENTPersonAdresse 0..1 libre$libre$libre$libre, ENTPersonCodePostal 0..1 texte, ENTPersonVille 0..1 texte, ENTPersonPays 0..1 texte,
--   mail 0..1 texte, homePhone 0..1 texte, ENTEleveBoursier 0..1 oui-non, ENTEleveRegime 0..1 texte, ENTEleveTransport 0..1 oui-non,
--   ENTEleveStatutEleve 0..1 texte, ENTEleveMEF 0..1 mef, ENTEleveLibelleMEF 0..1 texte, ENTEleveNivFormation 0..1 texte,
--   ENTEleveFiliere 0..1 texte, ENTEleveEnseignements 0..n texte, ENTEleveCodeEnseignements 0..n matiere,
--   ENTPersonStructRattach 1 etablissement, ENTEleveClasses 0..1 etablissement$classe, ENTEleveGroupes 0..n etablissement$groupe,
--   ENTEleveDateEntreeClasses 0..n etablissement$date$classe, ENTEleveDateSortieClasses 0..n etablissement$date$classe,
--   ENTEleveDateEntreeStructRattach 0..1 texte, ENTEleveDateSortieStructRattach 0..1 texte, ENTEleveStructureRattachIdMEN 0..n texte,
--   ENTEleveEnseignementsEtablissementsAccueil 0..n texte
-- effectif: ENTPersonStructRattach
-- paralleles: ENTEleveEnseignements, ENTEleveCodeEnseignements
-- reserve: ENTPersonAdresse, ENTPersonCodePostal, ENTPersonVille
-- Les élèves (aaf.md, 5.3). Bourse et transport ne sont pas gardés par la passerelle : vides.
SELECT p.personne_id AS id,
       p.personne_id AS "ENTPersonJointure",
       e.ine AS "ENTEleveINE",
       e.eleve_id AS "ENTEleveStructRattachId",
       to_char(e.date_naissance, 'DD/MM/YYYY') AS "ENTPersonDateNaissance",
       e.nom_de_famille AS "ENTPersonNomPatro",
       coalesce(nullif(btrim(e.nom_usage), ''), e.nom_de_famille) AS "sn",
       e.prenom AS "givenName",
       array_remove(ARRAY[e.prenom, nullif(e.prenom2, e.prenom), nullif(nullif(e.prenom3, e.prenom), e.prenom2)], NULL) AS "ENTPersonAutresPrenoms",
       CASE e.sexe WHEN 'M' THEN 'M.' WHEN 'F' THEN 'Mme' END AS "personalTitle",
       r.responsables AS "ENTElevePersRelEleve",
       NULL AS "ENTEleveAdresseRel",
       nullif(concat_ws('$', replace(coalesce(h.ligne1, ''), '$', '-'), replace(coalesce(h.ligne2, ''), '$', '-'), replace(coalesce(h.ligne3, ''), '$', '-'),
                        replace(coalesce(h.ligne4, ''), '$', '-')), '$$$') AS "ENTPersonAdresse",
       h.code_postal AS "ENTPersonCodePostal",
       h.commune AS "ENTPersonVille",
       NULL AS "ENTPersonPays",
       e.courriel AS "mail",
       NULL AS "homePhone",
       NULL AS "ENTEleveBoursier",
       CASE left(e.code_regime, 1) WHEN '0' THEN 'EXTERNE LIBRE' WHEN '1' THEN 'EXTERNE SURVEILLE'
            WHEN '2' THEN 'DEMI-PENSIONNAIRE DANS L''ETABLISSEMENT' WHEN '3' THEN 'INTERNE DANS L''ETABLISSEMENT' WHEN '4' THEN 'INTERNE EXTERNE'
            WHEN '5' THEN 'INTERNE HEBERGE' WHEN '6' THEN 'DEMI-PENSIONNAIRE HORS L''ETABLISSEMENT' END AS "ENTEleveRegime",
       NULL AS "ENTEleveTransport",
       CASE e.code_statut WHEN 'ST' THEN 'SCOLAIRE' WHEN 'AP' THEN 'APPRENTI' END AS "ENTEleveStatutEleve",
       m.code AS "ENTEleveMEF",
       m.formation AS "ENTEleveLibelleMEF",
       m.formation AS "ENTEleveNivFormation",
       m.formation AS "ENTEleveFiliere",
       o.libelles AS "ENTEleveEnseignements",
       o.codes AS "ENTEleveCodeEnseignements",
       p.e AS "ENTPersonStructRattach",
       p.e || '$' || c.code AS "ENTEleveClasses",
       g.groupes AS "ENTEleveGroupes",
       p.e || '$' || to_char(coalesce(c.date_debut, e.date_entree), 'DD/MM/YYYY') || '$' || c.code AS "ENTEleveDateEntreeClasses",
       NULL AS "ENTEleveDateSortieClasses",
       NULL AS "ENTEleveDateEntreeStructRattach",
       NULL AS "ENTEleveDateSortieStructRattach",
       NULL AS "ENTEleveStructureRattachIdMEN",
       NULL AS "ENTEleveEnseignementsEtablissementsAccueil"
FROM aaf_eleve p
JOIN referentiel.eleve e ON e.uai = p.uai AND e.annee_scolaire = p.annee_scolaire AND e.eleve_id = p.eleve_id
LEFT JOIN aaf_mef m ON m.code = e.code_mef
LEFT JOIN aaf_eleve_responsable r USING (personne_id)
LEFT JOIN aaf_eleve_classe c USING (personne_id)
LEFT JOIN aaf_eleve_groupe g USING (personne_id)
LEFT JOIN aaf_eleve_option o USING (personne_id)
LEFT JOIN referentiel.adresse h ON :reserves AND h.uai = p.uai AND h.annee_scolaire = p.annee_scolaire AND h.personne = 'ELEVE'
     AND h.personne_id = p.eleve_id AND h.disparu_le IS NULL
ORDER BY p.personne_id
