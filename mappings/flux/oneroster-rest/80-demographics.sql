-- type: demographics
-- champ: demographics
-- champs: birthDate, sex, countryOfBirthCode, stateOfBirthAbbreviation, cityOfBirth, publicSchoolResidenceStatus
SELECT d."sourcedId" AS id, jsonb_strip_nulls(jsonb_build_object('birthDate', d."birthDate", 'sex', d.sex)) AS valeurs, '{}'::text[] AS cles
FROM f_demographics d
