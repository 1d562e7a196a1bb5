-- entree: personnel
-- branche: personnes
-- classes: inetOrgPerson, ENTPerson, ENTAuxEnseignant, ENTAuxNonEnsEtab
-- marque: ENTPersonJointure
-- creation: ENTPersonLogin
-- reserve: ENTPersonDateNaissance, ENTPersonGARIdentifiant
-- exige: cn, sn, ENTPersonLogin, ENTPersonJointure
-- cite: ENTPersonStructRattach, ENTPersonFonctions, ENTAuxEnsMatiereEnseignEtab, ENTAuxEnsClasses, ENTAuxEnsGroupes, ENTAuxEnsClassesMatieres,
--   ENTAuxEnsGroupesMatieres, ENTAuxEnsClassesPrincipal
-- depart: ENTPersonProfils, ENTPersonFonctions, ENTAuxEnsMatiereEnseignEtab, ENTAuxEnsClasses, ENTAuxEnsGroupes, ENTAuxEnsClassesMatieres,
--   ENTAuxEnsGroupesMatieres, ENTAuxEnsClassesPrincipal
-- Enseignants et autres personnels (A.2, A.5) : une personne, ce qu'elle fait dans chaque établissement confié.
WITH membre AS (
    SELECT m.personne_id, array_agg(e.jeton || s.code) FILTER (WHERE m.type = 'D') AS classes, array_agg(e.jeton || s.code) FILTER (WHERE m.type = 'G') AS groupes
    FROM ldap_membre m JOIN ldap_structure s USING (uai, type, cle) JOIN ldap_ecole e USING (uai)
    WHERE m.profil = 'Enseignant' GROUP BY m.personne_id
), service AS (
    SELECT personne_id, array_agg(jeton || code || '$' || code_matiere) FILTER (WHERE type = 'D') AS classes_matieres,
           array_agg(jeton || code || '$' || code_matiere) FILTER (WHERE type = 'G') AS groupes_matieres, array_agg(jeton || matiere) AS matieres
    FROM ldap_service GROUP BY personne_id
), principal AS (
    SELECT p.personne_id, array_agg(p.jeton || s.code) AS classes
    FROM ldap_personnel p
    JOIN referentiel.professeur_principal q ON q.uai = p.uai AND q.annee_scolaire = p.annee_scolaire AND q.enseignant_type = p.type AND q.enseignant_id = p.enseignant_id
    JOIN ldap_structure s ON s.uai = q.uai AND s.type = 'D' AND s.cle = upper(btrim(q.code_division))
    WHERE q.disparu_le IS NULL AND coalesce(q.date_debut, '-infinity') <= p.jour AND coalesce(q.date_fin, 'infinity') >= p.jour
    GROUP BY p.personne_id
), fonction AS (
    SELECT p.personne_id, array_agg(DISTINCT f.profil) AS profils,
           array_agg(concat_ws('$', p.jeton || p.fonction, coalesce(f.libelle, CASE p.fonction WHEN '-' THEN 'SANS OBJET' ELSE p.fonction END),
                               coalesce(d.code, '-'), coalesce(d.code, 'SANS OBJET'))) AS valeurs
    FROM ldap_personnel p
    LEFT JOIN ldap_fonction f ON f.code = p.fonction
    LEFT JOIN LATERAL (SELECT replace(btrim(c), '$', '-') AS code FROM unnest(p.disciplines) c WHERE btrim(c) <> '') d ON true
    GROUP BY p.personne_id
), personne AS (
    SELECT DISTINCT ON (personne_id) *, bool_or(enseigne) OVER (PARTITION BY personne_id) AS devant_eleves FROM ldap_personnel ORDER BY personne_id, uai
)
SELECT p.dn, x.uais,
       ARRAY['inetOrgPerson', 'ENTPerson', CASE WHEN p.devant_eleves THEN 'ENTAuxEnseignant' ELSE 'ENTAuxNonEnsEtab' END] AS "objectClass",
       p.uid AS "uid",
       concat_ws(' ', p.nom, p.prenom) AS "cn",
       p.nom AS "sn",
       p.prenom AS "givenName",
       concat_ws(' ', p.prenom, p.nom) AS "displayName",
       p.uid AS "ENTPersonLogin",
       r.source || '$' || p.personne_id AS "ENTPersonJointure",
       f.profils AS "ENTPersonProfils",
       to_char(p.date_naissance, 'DD/MM/YYYY') AS "ENTPersonDateNaissance",
       p.nom_patronymique AS "ENTPersonNomPatro",
       CASE p.sexe WHEN 'M' THEN 'M.' WHEN 'F' THEN 'Mme' END AS "personalTitle",
       p.sexe AS "ENTPersonSexe",
       (SELECT i.identifiant::text FROM ent.identifiant_gar i WHERE i.personne_id = p.personne_id) AS "ENTPersonGARIdentifiant",
       p.etablissement AS "ENTPersonStructRattach",
       f.valeurs AS "ENTPersonFonctions",
       CASE WHEN p.devant_eleves THEN s.matieres END AS "ENTAuxEnsMatiereEnseignEtab",
       CASE WHEN p.devant_eleves THEN m.classes END AS "ENTAuxEnsClasses",
       CASE WHEN p.devant_eleves THEN m.groupes END AS "ENTAuxEnsGroupes",
       CASE WHEN p.devant_eleves THEN s.classes_matieres END AS "ENTAuxEnsClassesMatieres",
       CASE WHEN p.devant_eleves THEN s.groupes_matieres END AS "ENTAuxEnsGroupesMatieres",
       CASE WHEN p.devant_eleves THEN c.classes END AS "ENTAuxEnsClassesPrincipal"
FROM personne p
JOIN ldap_personne x USING (personne_id)
JOIN fonction f USING (personne_id)
LEFT JOIN membre m USING (personne_id)
LEFT JOIN service s USING (personne_id)
LEFT JOIN principal c USING (personne_id)
CROSS JOIN ldap_reglage r
