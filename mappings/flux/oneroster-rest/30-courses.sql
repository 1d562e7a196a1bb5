-- type: courses
-- champs: schoolYear.sourcedId, title, courseCode, grades[], org.sourcedId, subjects[], subjectCodes[]
SELECT c."sourcedId" AS id,
       jsonb_strip_nulls(jsonb_build_object('schoolYear', jsonb_build_object('sourcedId', c."schoolYearSourcedId", 'type', 'academicSession'),
           'title', c.title, 'courseCode', c."courseCode", 'org', jsonb_build_object('sourcedId', c."orgSourcedId", 'type', 'org'),
           'subjects', CASE WHEN c.subjects IS NOT NULL THEN jsonb_build_array(c.subjects) END,
           'subjectCodes', CASE WHEN c."subjectCodes" IS NOT NULL THEN jsonb_build_array(c."subjectCodes") END)) AS valeurs,
       ARRAY['school@' || c."orgSourcedId"] AS cles
FROM f_courses c
