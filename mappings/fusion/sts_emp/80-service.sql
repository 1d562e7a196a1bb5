-- Les services : structure, matière, modalité, enseignant. Un service tenu par un bloc de moyens reste, sans enseignant (R106).
-- entite: service
-- cible: referentiel.service
-- cle: type_structure, code_structure, code_matiere, code_modalite, enseignant_type, enseignant_id
WITH bmp AS MATERIALIZED (
    SELECT enseignant_id, type FROM sts_individu WHERE nom_usage ~* '^BMP\M'
)
SELECT DISTINCT v.type_structure, v.code_structure, v.code_matiere, v.code_modalite,
       coalesce(p.type, '') AS enseignant_type, coalesce(p.enseignant_id, '') AS enseignant_id
FROM sts_service v
LEFT JOIN LATERAL (
    SELECT e.id AS enseignant_id, e.type FROM unnest(v.enseignants, v.types) AS e (id, type)
    WHERE NOT EXISTS (SELECT FROM bmp i WHERE i.enseignant_id = e.id AND i.type = e.type)
) p ON true
