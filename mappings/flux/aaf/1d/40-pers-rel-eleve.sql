-- categorie: PersRelEleve
-- operation: categoriePersonne=PersRelEleve
-- formes: ENTPersonJointure 1 numero, ENTPersonNom 1 texte, ENTPersonNomPatro 1 texte, ENTPersonPrenom 1 texte, ENTPersonCivilite 0..1 titre,
--   ENTPersonTelPerso 0..1 texte, ENTPersRelEleveTelPro 0..1 texte, ENTPersRelEleveTelMobile 0..1 texte,
--   ENTPersonAdresse 0..1 libre$libre$libre$libre, ENTPersonCodePostal 0..1 texte, ENTPersonVille 0..1 texte, ENTPersonPays 0..1 texte,
--   ENTPersonAdresseDiffusion 0..1 oui-non, ENTPersonMail 0..1 texte, ENTPersRelEleveEleve 0..n numero
-- definit: responsable
-- Les responsables des élèves des écoles.
SELECT p.personne_id AS id,
       p.personne_id AS "ENTPersonJointure",
       p.nom AS "ENTPersonNom",
       r.nom_de_famille AS "ENTPersonNomPatro",
       p.prenom AS "ENTPersonPrenom",
       CASE WHEN r.civilite ~* '^M(me|lle|adame)' THEN 'Mme' WHEN r.civilite ~* '^M' THEN 'M.' END AS "ENTPersonCivilite",
       ent.telephone_international(r.telephone) AS "ENTPersonTelPerso",
       NULL AS "ENTPersRelEleveTelPro",
       ent.telephone_international(r.portable) AS "ENTPersRelEleveTelMobile",
       NULL AS "ENTPersonAdresse",
       NULL AS "ENTPersonCodePostal",
       NULL AS "ENTPersonVille",
       NULL AS "ENTPersonPays",
       NULL AS "ENTPersonAdresseDiffusion",
       r.courriel AS "ENTPersonMail",
       l.eleves AS "ENTPersRelEleveEleve"
FROM aaf_responsable p
JOIN referentiel.responsable r ON r.uai = p.uai AND r.annee_scolaire = p.annee_scolaire AND r.personne_id = p.cle
LEFT JOIN (SELECT responsable_id, array_agg(personne_id::text ORDER BY personne_id) AS eleves FROM aaf_lien GROUP BY 1) l
     ON l.responsable_id = p.personne_id
ORDER BY p.personne_id
