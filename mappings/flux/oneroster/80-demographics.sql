-- fichier: demographics
-- champ: demographics
-- exige: sourcedId
-- cite: sourcedId users
-- Naissance et sexe des élèves, pour qui a « demographics » dans ses champs seulement. Rien d'autre n'existe en France.
SELECT DISTINCT ON (1) 'u-' || p.personne_id AS "sourcedId", NULL AS "status", NULL AS "dateLastModified", p.date_naissance AS "birthDate",
       CASE e.sexe WHEN 'M' THEN 'male' WHEN 'F' THEN 'female' ELSE 'unspecified' END AS "sex",
       NULL AS "americanIndianOrAlaskaNative", NULL AS "asian", NULL AS "blackOrAfricanAmerican", NULL AS "nativeHawaiianOrOtherPacificIslander", NULL AS "white",
       NULL AS "demographicRaceTwoOrMoreRaces", NULL AS "hispanicOrLatinoEthnicity", NULL AS "countryOfBirthCode", NULL AS "stateOfBirthAbbreviation",
       NULL AS "cityOfBirth", NULL AS "publicSchoolResidenceStatus"
FROM roster_personne p
JOIN referentiel.eleve e ON e.uai = p.uai AND e.annee_scolaire = p.annee_scolaire AND e.eleve_id = p.cle
WHERE p.systeme = 'SIECLE_ELEVE' ORDER BY 1
