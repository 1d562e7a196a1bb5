-- categorie: PersEducNat
-- operation: categoriePersonne=PersEducNat
-- formes: ENTPersonJointure 1 numero, ENTPersonDateNaissance 0..1 date, ENTPersonNom 1 texte, ENTPersonNomPatro 1 texte, ENTPersonPrenom 1 texte,
--   ENTPersonAutresPrenoms 0..n texte, ENTPersonCivilite 0..1 titre, ENTPersonMail 0..1 texte, ENTPersonStructRattach 0..1 etablissement,
--   ENTPersonFonctions 1..n etablissement$texte$texte$texte$texte, ENTEnsFonctionDir 0..n etablissement, ENTEnsSpecialites 0..n texte,
--   ENTPersonCategorieEnseignant 1 oui-non
-- effectif: ENTPersonFonctions
-- Les enseignants des écoles ; qui dirige enseigne aussi. Aucun attribut ne lie un enseignant à sa classe (aaf.md, 6).
SELECT p.personne_id AS id,
       p.personne_id AS "ENTPersonJointure",
       to_char(n.date_naissance, 'DD/MM/YYYY') AS "ENTPersonDateNaissance",
       n.nom_usage AS "ENTPersonNom",
       coalesce(nullif(btrim(n.nom_patronymique), ''), n.nom_usage) AS "ENTPersonNomPatro",
       n.prenom AS "ENTPersonPrenom",
       NULL AS "ENTPersonAutresPrenoms",
       CASE WHEN n.civilite ~* '^M(me|lle|adame)' THEN 'Mme' WHEN n.civilite ~* '^M' THEN 'M.' END AS "ENTPersonCivilite",
       NULL AS "ENTPersonMail",
       t.e AS "ENTPersonStructRattach",
       ARRAY[t.e || '$ENS$ENSEIGNEMENT$G0000$SANS SPECIALITE'] || CASE WHEN n.fonction = 'DIR' THEN ARRAY[t.e || '$DIR$DIRECTION$-$SANS OBJET'] END
           AS "ENTPersonFonctions",
       CASE WHEN n.fonction = 'DIR' THEN t.e END AS "ENTEnsFonctionDir",
       NULL AS "ENTEnsSpecialites",
       'O' AS "ENTPersonCategorieEnseignant"
FROM ent.presence p
JOIN aaf_etablissement t USING (uai, annee_scolaire)
JOIN referentiel.enseignant n ON n.uai = p.uai AND n.annee_scolaire = p.annee_scolaire AND p.cle = n.type || ':' || n.enseignant_id
WHERE p.systeme = 'STS' AND p.disparu_le IS NULL AND n.type = 'onde' AND nullif(btrim(p.prenom), '') IS NOT NULL
ORDER BY p.personne_id
