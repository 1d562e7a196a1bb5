-- type: academicSessions
-- champs: title, startDate, endDate, type, parent.sourcedId, schoolYear
-- Les périodes que les classes nomment sont aussi données par « terms » : en France, l'année.
WITH de_classe AS (
    SELECT DISTINCT periode, "schoolSourcedId" AS ecole FROM f_classes, unnest(string_to_array("termSourcedIds", ',')) periode
)
SELECT s."sourcedId" AS id,
       jsonb_strip_nulls(jsonb_build_object('title', s.title, 'startDate', s."startDate", 'endDate', s."endDate", 'type', s.type,
           'parent', CASE WHEN s."parentSourcedId" IS NOT NULL THEN jsonb_build_object('sourcedId', s."parentSourcedId", 'type', 'academicSession') END,
           'schoolYear', s."schoolYear"::text)) AS valeurs,
       ARRAY['type@' || s.type] || CASE WHEN EXISTS (SELECT FROM de_classe c WHERE c.periode = s."sourcedId") THEN ARRAY['type@term'] ELSE '{}' END
           || ARRAY(SELECT 'school@' || c.ecole FROM de_classe c WHERE c.periode = s."sourcedId" ORDER BY 1) AS cles
FROM "f_academicSessions" s
