-- type: classes
-- champs: title, classCode, classType, location, grades[], subjects[], course.sourcedId, school.sourcedId, terms[].sourcedId, subjectCodes[], periods[]
SELECT c."sourcedId" AS id,
       jsonb_strip_nulls(jsonb_build_object('title', c.title, 'classCode', c."classCode", 'classType', c."classType", 'location', c.location,
           'subjects', CASE WHEN c.subjects IS NOT NULL THEN jsonb_build_array(c.subjects) END,
           'course', jsonb_build_object('sourcedId', c."courseSourcedId", 'type', 'course'),
           'school', jsonb_build_object('sourcedId', c."schoolSourcedId", 'type', 'org'),
           'terms', (SELECT jsonb_agg(jsonb_build_object('sourcedId', periode, 'type', 'academicSession'))
                     FROM unnest(string_to_array(c."termSourcedIds", ',')) periode),
           'subjectCodes', CASE WHEN c."subjectCodes" IS NOT NULL THEN jsonb_build_array(c."subjectCodes") END)) AS valeurs,
       ARRAY['school@' || c."schoolSourcedId", 'course@' || c."courseSourcedId"]
           || ARRAY(SELECT 'term@' || periode FROM unnest(string_to_array(c."termSourcedIds", ',')) periode)
           || coalesce(i.cles, '{}') AS cles
FROM f_classes c
LEFT JOIN (SELECT "classSourcedId" AS classe, array_agg(DISTINCT cle) AS cles
           FROM f_enrollments, unnest(ARRAY['user@' || "userSourcedId", role || '@' || "userSourcedId"]) cle GROUP BY 1) i ON i.classe = c."sourcedId"
