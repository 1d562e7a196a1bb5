-- entree: responsable
-- branche: personnes
-- classes: inetOrgPerson, ENTPerson, ENTAuxPersRelEleve
-- marque: ENTPersonJointure
-- creation: ENTPersonLogin
-- reserve: mail, homePhone, mobile
-- exige: cn, sn, ENTPersonLogin, ENTPersonJointure, ENTAuxPersRelEleveEleve
-- cite: ENTPersonStructRattach, ENTAuxPersRelEleveEleve
-- depart: ENTPersonProfils
-- Les responsables d'au moins un élève écrit (A.2, A.5). Courriel et téléphones : pour qui les a dans ses champs.
SELECT p.dn, x.uais,
       ARRAY['inetOrgPerson', 'ENTPerson', 'ENTAuxPersRelEleve'] AS "objectClass",
       p.uid AS "uid",
       concat_ws(' ', p.nom, p.prenom) AS "cn",
       p.nom AS "sn",
       p.prenom AS "givenName",
       concat_ws(' ', p.prenom, p.nom) AS "displayName",
       p.uid AS "ENTPersonLogin",
       r.source || '$' || p.personne_id AS "ENTPersonJointure",
       'National_TUT' AS "ENTPersonProfils",
       p.nom_de_famille AS "ENTPersonNomPatro",
       CASE WHEN p.civilite ~* '^M(me|lle|adame)' THEN 'Mme' WHEN p.civilite ~* '^M' THEN 'M.' END AS "personalTitle",
       CASE WHEN p.civilite ~* '^M(me|lle|adame)' THEN 'F' WHEN p.civilite ~* '^M' THEN 'M' END AS "ENTPersonSexe",
       p.etablissement AS "ENTPersonStructRattach",
       p.courriel AS "mail",
       ent.telephone_international(p.telephone) AS "homePhone",
       ent.telephone_international(p.portable) AS "mobile",
       l.eleves AS "ENTAuxPersRelEleveEleve"
FROM ldap_responsable p
JOIN ldap_personne x USING (personne_id)
JOIN (SELECT responsable_id, array_agg(eleve) AS eleves FROM ldap_lien GROUP BY 1) l ON l.responsable_id = p.personne_id
CROSS JOIN ldap_reglage r
