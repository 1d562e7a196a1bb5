-- type: enrollments
-- champs: user.sourcedId, class.sourcedId, school.sourcedId, role, primary, beginDate, endDate
SELECT e."sourcedId" AS id,
       jsonb_strip_nulls(jsonb_build_object('user', jsonb_build_object('sourcedId', e."userSourcedId", 'type', 'user'),
           'class', jsonb_build_object('sourcedId', e."classSourcedId", 'type', 'class'),
           'school', jsonb_build_object('sourcedId', e."schoolSourcedId", 'type', 'org'), 'role', e.role, 'primary', e."primary"::text,
           'beginDate', e."beginDate", 'endDate', e."endDate")) AS valeurs,
       ARRAY['school@' || e."schoolSourcedId", 'class@' || e."classSourcedId"] AS cles
FROM f_enrollments e
