-- categorie: Eleve
-- operation: categoriePersonne=Eleve
-- formes: ENTPersonJointure 1 numero, ENTEleveINE 0..1 texte, ENTPersonDateNaissance 1 date, ENTPersonNom 1 texte, ENTPersonNomPatro 1 texte,
--   ENTPersonPrenom 1 texte, ENTPersonAutresPrenoms 1..n texte, ENTPersonCivilite 0..1 titre, ENTEleveAutoriteParentale 0..n responsable$lien,
--   ENTPersonStructRattach 1 etablissement, ENTPersonClasses 0..n etablissement$libre$libre$code$texte,
--   ENTPersonGroupes 0..n etablissement$libre$libre$code$texte, ENTEleveNiveau 0..1 libre$texte, ENTEleveCycle 0..1 texte,
--   ENTEleveTypeClasse 0..1 texte, ENTEleveRestaurantScolaire 0..1 oui-non, ENTEleveTransport 0..1 oui-non,
--   ENTEleveGarderieMatin 0..1 oui-non, ENTEleveGarderieSoir 0..1 oui-non, ENTEleveEtudesSurveillees 0..1 oui-non
-- effectif: ENTPersonStructRattach
-- Les élèves des écoles. ONDE ne donne pas le MEFSTAT4 du niveau : le premier jeton d'ENTEleveNiveau est vide.
SELECT p.personne_id AS id,
       p.personne_id AS "ENTPersonJointure",
       e.ine AS "ENTEleveINE",
       to_char(e.date_naissance, 'DD/MM/YYYY') AS "ENTPersonDateNaissance",
       coalesce(nullif(btrim(e.nom_usage), ''), e.nom_de_famille) AS "ENTPersonNom",
       e.nom_de_famille AS "ENTPersonNomPatro",
       e.prenom AS "ENTPersonPrenom",
       array_remove(ARRAY[e.prenom, nullif(e.prenom2, e.prenom), nullif(nullif(e.prenom3, e.prenom), e.prenom2)], NULL) AS "ENTPersonAutresPrenoms",
       CASE e.sexe WHEN 'M' THEN 'M.' WHEN 'F' THEN 'Mme' END AS "ENTPersonCivilite",
       l.responsables AS "ENTEleveAutoriteParentale",
       p.e AS "ENTPersonStructRattach",
       c.classes AS "ENTPersonClasses",
       NULL AS "ENTPersonGroupes",
       '$' || replace(nullif(btrim(e.niveau), ''), '$', '-') AS "ENTEleveNiveau",
       e.cycle AS "ENTEleveCycle",
       NULL AS "ENTEleveTypeClasse",
       NULL AS "ENTEleveRestaurantScolaire",
       NULL AS "ENTEleveTransport",
       NULL AS "ENTEleveGarderieMatin",
       NULL AS "ENTEleveGarderieSoir",
       NULL AS "ENTEleveEtudesSurveillees"
FROM aaf_eleve p
JOIN referentiel.eleve e ON e.uai = p.uai AND e.annee_scolaire = p.annee_scolaire AND e.eleve_id = p.eleve_id
LEFT JOIN aaf_eleve_classe c USING (personne_id)
LEFT JOIN (SELECT personne_id, array_agg(responsable_id || '$' || lien ORDER BY responsable_id) AS responsables FROM aaf_lien GROUP BY 1) l USING (personne_id)
ORDER BY p.personne_id
