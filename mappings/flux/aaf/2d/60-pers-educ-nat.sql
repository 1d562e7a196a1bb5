-- categorie: PersEducNat
-- operation: categoriePersonne=PersEducNat
-- formes: ENTPersonJointure 1 numero, ENTPersonDateNaissance 0..1 date, ENTPersonNomPatro 1 texte, sn 1 texte, givenName 1 texte,
--   ENTPersonAutresPrenoms 0..n texte, personalTitle 0..1 titre, mail 0..1 texte, ENTPersonStructRattach 0..1 etablissement,
--   ENTAuxEnsCategoDiscipline 0..n texte$texte, ENTAuxEnsDisciplinesPoste 0..n texte$texte, ENTAuxEnsMEF 0..n etablissement$mef$texte,
--   ENTAuxEnsMatiereEnseignEtab 0..n etablissement$texte, ENTAuxEnsClasses 0..n etablissement$classe,
--   ENTAuxEnsGroupes 0..n etablissement$groupe, ENTAuxEnsClassesMatieres 0..n etablissement$classe$matiere,
--   ENTAuxEnsGroupesMatieres 0..n etablissement$groupe$matiere, ENTAuxEnsClassesPrincipal 0..n etablissement$classe,
--   ENTEnsFonctionDir 0..n etablissement, ENTPersonFonctions 1..n etablissement$texte$texte$texte$texte,
--   ENTPersonCategorieEnseignant 1 oui-non, PersEducNatPresenceDevantEleves 1 oui-non
-- effectif: ENTPersonFonctions
-- Les enseignants et les autres personnels (aaf.md, 5.5) : une personne, autant de fonctions que d'établissements et de disciplines.
WITH fonction (code, libelle) AS (
    VALUES ('ENS', 'ENSEIGNEMENT'), ('DIR', 'DIRECTION'), ('DOC', 'DOCUMENTATION'), ('EDU', 'EDUCATION'), ('ORI', 'ORIENTATION'),
           ('AED', 'ASSISTANCE EDUCATIVE'), ('CFC', 'FORMATION CONTINUE'), ('ADF', 'ADJOINT DE DIRECTION'), ('-', 'SANS OBJET')
), service AS (
    SELECT a.personne_id,
           array_agg(DISTINCT s.e || '$' || s.code) FILTER (WHERE s.type_structure = 'D') AS classes,
           array_agg(DISTINCT s.e || '$' || s.code) FILTER (WHERE s.type_structure = 'G') AS groupes,
           array_agg(DISTINCT s.e || '$' || s.code || '$' || s.code_matiere) FILTER (WHERE s.type_structure = 'D' AND s.matiere IS NOT NULL) AS classes_matieres,
           array_agg(DISTINCT s.e || '$' || s.code || '$' || s.code_matiere) FILTER (WHERE s.type_structure = 'G' AND s.matiere IS NOT NULL) AS groupes_matieres,
           array_agg(DISTINCT s.e || '$' || s.matiere) FILTER (WHERE s.matiere IS NOT NULL) AS matieres
    FROM aaf_agent a JOIN aaf_service s USING (uai, cle) GROUP BY a.personne_id
), formation AS (
    SELECT a.personne_id, array_agg(DISTINCT s.e || '$' || m.code || '$' || m.formation) AS mef
    FROM aaf_agent a JOIN aaf_service s USING (uai, cle) JOIN aaf_mef m ON m.code = ANY (s.mef) GROUP BY a.personne_id
), principal AS (
    SELECT a.personne_id, array_agg(DISTINCT p.e || '$' || p.code) AS classes FROM aaf_agent a JOIN aaf_principal p USING (uai, cle) GROUP BY 1
), fonctions AS (
    SELECT a.personne_id, array_agg(DISTINCT concat_ws('$', a.e, replace(a.fonction, '$', '-'), coalesce(f.libelle, replace(a.fonction, '$', '-')),
                                                       coalesce(d.code, '-'), coalesce(d.code, 'SANS OBJET'))) AS valeurs,
           array_agg(DISTINCT a.e::text) FILTER (WHERE a.fonction = 'DIR') AS directions
    FROM aaf_agent a
    LEFT JOIN fonction f ON f.code = a.fonction
    LEFT JOIN LATERAL (SELECT replace(btrim(c), '$', '-') AS code FROM unnest(a.disciplines) c WHERE btrim(c) <> '') d ON true
    GROUP BY a.personne_id
), personne AS (
    SELECT DISTINCT ON (personne_id) *, bool_or(enseigne) OVER (PARTITION BY personne_id) AS devant_eleves
    FROM aaf_agent ORDER BY personne_id, uai
)
SELECT p.personne_id AS id,
       p.personne_id AS "ENTPersonJointure",
       to_char(p.date_naissance, 'DD/MM/YYYY') AS "ENTPersonDateNaissance",
       coalesce(nullif(btrim(p.nom_patronymique), ''), p.nom) AS "ENTPersonNomPatro",
       p.nom AS "sn",
       p.prenom AS "givenName",
       NULL AS "ENTPersonAutresPrenoms",
       CASE WHEN p.sexe = 'F' THEN 'Mme' WHEN p.sexe = 'M' THEN 'M.' WHEN p.civilite IN ('2', '3') OR p.civilite ~* '^M(me|lle)' THEN 'Mme'
            WHEN p.civilite = '1' OR p.civilite ~* '^M' THEN 'M.' END AS "personalTitle",
       NULL AS "mail",
       p.e AS "ENTPersonStructRattach",
       NULL AS "ENTAuxEnsCategoDiscipline",
       NULL AS "ENTAuxEnsDisciplinesPoste",
       m.mef AS "ENTAuxEnsMEF",
       s.matieres AS "ENTAuxEnsMatiereEnseignEtab",
       s.classes AS "ENTAuxEnsClasses",
       s.groupes AS "ENTAuxEnsGroupes",
       s.classes_matieres AS "ENTAuxEnsClassesMatieres",
       s.groupes_matieres AS "ENTAuxEnsGroupesMatieres",
       c.classes AS "ENTAuxEnsClassesPrincipal",
       f.directions AS "ENTEnsFonctionDir",
       f.valeurs AS "ENTPersonFonctions",
       CASE WHEN p.devant_eleves THEN 'O' ELSE 'N' END AS "ENTPersonCategorieEnseignant",
       CASE WHEN p.devant_eleves THEN 'O' ELSE 'N' END AS "PersEducNatPresenceDevantEleves"
FROM personne p
JOIN fonctions f USING (personne_id)
LEFT JOIN service s USING (personne_id)
LEFT JOIN formation m USING (personne_id)
LEFT JOIN principal c USING (personne_id)
ORDER BY p.personne_id
