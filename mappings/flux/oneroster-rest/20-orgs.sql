-- type: orgs
-- champs: name, type, identifier, parent.sourcedId
SELECT o."sourcedId" AS id,
       jsonb_strip_nulls(jsonb_build_object('name', o.name, 'type', o.type, 'identifier', o.identifier,
           'parent', CASE WHEN o."parentSourcedId" IS NOT NULL THEN jsonb_build_object('sourcedId', o."parentSourcedId", 'type', 'org') END)) AS valeurs,
       ARRAY['type@' || o.type] AS cles
FROM f_orgs o
