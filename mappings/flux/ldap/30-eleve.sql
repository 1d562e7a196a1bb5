-- entree: eleve
-- branche: personnes
-- classes: inetOrgPerson, ENTPerson, ENTEleve
-- marque: ENTPersonJointure
-- creation: ENTPersonLogin
-- reserve: ENTEleveINE, ENTPersonDateNaissance, ENTPersonGARIdentifiant, mail
-- exige: cn, sn, ENTPersonLogin, ENTPersonJointure, ENTEleveStatutEleve, ENTEleveMEF, ENTEleveLibelleMEF, ENTEleveNivFormation, ENTEleveFiliere,
--   ENTEleveMajeur, ENTEleveClasses
-- cite: ENTPersonStructRattach, ENTEleveClasses, ENTEleveGroupes, ENTElevePersRelEleve
-- depart: ENTPersonProfils, ENTEleveGroupes
-- Les élèves (A.2, A.5). INE, naissance, identifiant du GAR et courriel : pour qui les a dans ses champs.
SELECT p.dn, x.uais,
       ARRAY['inetOrgPerson', 'ENTPerson', 'ENTEleve'] AS "objectClass",
       p.uid AS "uid",
       concat_ws(' ', p.nom, p.prenom) AS "cn",
       p.nom AS "sn",
       p.prenom AS "givenName",
       concat_ws(' ', p.prenom, p.nom) AS "displayName",
       p.uid AS "ENTPersonLogin",
       r.source || '$' || p.personne_id AS "ENTPersonJointure",
       'National_ELV' AS "ENTPersonProfils",
       to_char(p.date_naissance, 'DD/MM/YYYY') AS "ENTPersonDateNaissance",
       p.nom_de_famille AS "ENTPersonNomPatro",
       p.autres_prenoms AS "ENTPersonAutresPrenoms",
       CASE p.sexe WHEN 'M' THEN 'M.' WHEN 'F' THEN 'Mme' END AS "personalTitle",
       CASE WHEN p.sexe IN ('M', 'F') THEN p.sexe END AS "ENTPersonSexe",
       (SELECT i.identifiant::text FROM ent.identifiant_gar i WHERE i.personne_id = p.personne_id) AS "ENTPersonGARIdentifiant",
       p.etablissement AS "ENTPersonStructRattach",
       p.courriel AS "mail",
       p.ine AS "ENTEleveINE",
       p.cle AS "ENTEleveStructRattachId",
       CASE p.code_statut WHEN 'AP' THEN 'APPRENTI' ELSE 'SCOLAIRE' END AS "ENTEleveStatutEleve",
       p.mef AS "ENTEleveMEF",
       p.formation AS "ENTEleveLibelleMEF",
       p.formation AS "ENTEleveNivFormation",
       p.formation AS "ENTEleveFiliere",
       CASE WHEN p.date_naissance <= p.jour - interval '18 years' THEN 'O' ELSE 'N' END AS "ENTEleveMajeur",
       CASE left(p.code_regime, 1) WHEN '0' THEN 'EXTERNE LIBRE' WHEN '1' THEN 'EXTERNE SURVEILLE'
            WHEN '2' THEN 'DEMI-PENSIONNAIRE DANS L''ETABLISSEMENT' WHEN '3' THEN 'INTERNE DANS L''ETABLISSEMENT' WHEN '4' THEN 'INTERNE EXTERNE'
            WHEN '5' THEN 'INTERNE HEBERGE' WHEN '6' THEN 'DEMI-PENSIONNAIRE HORS L''ETABLISSEMENT' END AS "ENTEleveRegime",
       p.classes AS "ENTEleveClasses",
       p.groupes AS "ENTEleveGroupes",
       ARRAY(SELECT l.jetons FROM ldap_lien l WHERE l.eleve_id = p.personne_id) AS "ENTElevePersRelEleve"
FROM ldap_eleve p
JOIN ldap_personne x USING (personne_id)
CROSS JOIN ldap_reglage r
