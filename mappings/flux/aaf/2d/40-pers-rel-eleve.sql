-- categorie: PersRelEleve
-- operation: categoriePersonne=PersRelEleve
-- formes: ENTPersonJointure 1 numero, ENTPersonDateNaissance 0 libre, ENTPersonNomPatro 1 texte, sn 1 texte, givenName 1 texte,
--   ENTPersonAutresPrenoms 0..n texte, personalTitle 0..1 titre, homePhone 0..1 texte, telephoneNumber 0..1 texte,
--   ENTPersonAdresse 0..1 libre$libre$libre$libre, ENTPersonCodePostal 0..1 texte, ENTPersonVille 0..1 texte, ENTPersonPays 0..1 texte,
--   ENTPersonAdresseDiffusion 0..1 oui-non, mobile 0..n texte, ENTPersonMobileSMS 0..1 texte, mail 0..1 texte,
--   ENTAuxPersRelEleveEleve 0..n numero
-- definit: responsable
-- reserve: ENTPersonAdresse, ENTPersonCodePostal, ENTPersonVille
-- Les responsables d'au moins un élève donné, ou connus de l'annuaire (aaf.md, 5.4). Les adresses ne le sont qu'à qui les a dans ses champs.
SELECT p.personne_id AS id,
       p.personne_id AS "ENTPersonJointure",
       NULL AS "ENTPersonDateNaissance",
       r.nom_de_famille AS "ENTPersonNomPatro",
       p.nom AS "sn",
       p.prenom AS "givenName",
       NULL AS "ENTPersonAutresPrenoms",
       CASE WHEN r.civilite ~* '^M(me|lle|adame)' THEN 'Mme' WHEN r.civilite ~* '^M' THEN 'M.' END AS "personalTitle",
       ent.telephone_international(r.telephone) AS "homePhone",
       NULL AS "telephoneNumber",
       nullif(concat_ws('$', replace(coalesce(h.ligne1, ''), '$', '-'), replace(coalesce(h.ligne2, ''), '$', '-'), replace(coalesce(h.ligne3, ''), '$', '-'),
                        replace(coalesce(h.ligne4, ''), '$', '-')), '$$$') AS "ENTPersonAdresse",
       h.code_postal AS "ENTPersonCodePostal",
       h.commune AS "ENTPersonVille",
       NULL AS "ENTPersonPays",
       NULL AS "ENTPersonAdresseDiffusion",
       ent.telephone_international(r.portable) AS "mobile",
       NULL AS "ENTPersonMobileSMS",
       r.courriel AS "mail",
       l.eleves AS "ENTAuxPersRelEleveEleve"
FROM aaf_responsable p
JOIN referentiel.responsable r ON r.uai = p.uai AND r.annee_scolaire = p.annee_scolaire AND r.personne_id = p.cle
LEFT JOIN referentiel.adresse h ON :reserves AND h.uai = p.uai AND h.annee_scolaire = p.annee_scolaire AND h.personne = 'RESPONSABLE'
     AND h.personne_id = p.cle AND h.disparu_le IS NULL
LEFT JOIN (SELECT responsable_id, array_agg(personne_id::text ORDER BY personne_id) AS eleves FROM aaf_lien GROUP BY 1) l
     ON l.responsable_id = p.personne_id
ORDER BY p.personne_id
