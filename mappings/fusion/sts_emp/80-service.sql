-- Les services : structure, matière, modalité, enseignant. Un service tenu par un bloc de moyens reste, sans enseignant (R106).
-- entite: service
-- cible: referentiel.service
WITH bmp AS MATERIALIZED (
    SELECT enseignant_id, type FROM sts_individu WHERE nom_usage ~* '^BMP\M'
), voulu AS MATERIALIZED (
    SELECT DISTINCT v.type_structure, v.code_structure, v.code_matiere, v.code_modalite,
           coalesce(p.type, '') AS enseignant_type, coalesce(p.enseignant_id, '') AS enseignant_id
    FROM sts_service v
    LEFT JOIN LATERAL (
        SELECT e.id AS enseignant_id, e.type FROM unnest(v.enseignants, v.types) AS e (id, type)
        WHERE NOT EXISTS (SELECT FROM bmp i WHERE i.enseignant_id = e.id AND i.type = e.type)
    ) p ON true
), fusion AS (
    MERGE INTO referentiel.service c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.type_structure = s.type_structure AND c.code_structure = s.code_structure AND c.code_matiere = s.code_matiere AND c.code_modalite = s.code_modalite AND c.enseignant_type = s.enseignant_type AND c.enseignant_id = s.enseignant_id
    WHEN MATCHED AND (c.disparu_le IS NOT NULL) THEN
        UPDATE SET numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite, enseignant_type, enseignant_id, numero_depot)
        VALUES (:uai, :annee, s.type_structure, s.code_structure, s.code_matiere, s.code_modalite, s.enseignant_type, s.enseignant_id, :numero)
    RETURNING merge_action() AS operation, c.type_structure || ' / ' || c.code_structure || ' / ' || c.code_matiere || ' / ' || c.code_modalite || ' / ' || c.enseignant_type || ' / ' || c.enseignant_id AS cle
), disparition AS (
    UPDATE referentiel.service c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu s WHERE s.type_structure = c.type_structure AND s.code_structure = c.code_structure AND s.code_matiere = c.code_matiere AND s.code_modalite = c.code_modalite AND s.enseignant_type = c.enseignant_type AND s.enseignant_id = c.enseignant_id)
    RETURNING c.type_structure || ' / ' || c.code_structure || ' / ' || c.code_matiere || ' / ' || c.code_modalite || ' / ' || c.enseignant_type || ' / ' || c.enseignant_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
