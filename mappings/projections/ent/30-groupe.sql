-- projection: ent-groupe
-- suit: division, groupe
-- ordre: 30
-- publie: groupe
-- Chaque classe et chaque groupe présents, et leurs trois groupes de profil (R186-R189).
WITH structure AS (
    SELECT 'D' AS type_structure, code_division AS code, coalesce(nullif(btrim(libelle), ''), code_division) AS libelle
    FROM referentiel.v_division WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
    UNION ALL
    SELECT 'G', code_groupe, coalesce(nullif(btrim(libelle), ''), code_groupe)
    FROM referentiel.v_groupe WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
), voulu AS MATERIALIZED (
    SELECT s.type_structure, s.code, f.profil, f.debut || s.libelle AS libelle
    FROM structure s
    CROSS JOIN (VALUES ('', ''), ('Eleve', 'Élèves du groupe '), ('Enseignant', 'Enseignants du groupe '),
                       ('Responsable', 'Parents du groupe ')) AS f (profil, debut)
), ecrit AS (
    MERGE INTO ent.groupe g USING voulu v
    ON g.uai = :uai AND g.annee_scolaire = :annee AND g.type_structure = v.type_structure AND g.code = v.code AND g.profil = v.profil
    WHEN MATCHED AND (g.disparu_le IS NOT NULL OR g.libelle <> v.libelle) THEN
        UPDATE SET libelle = v.libelle, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, type_structure, code, profil, libelle, numero_depot)
        VALUES (:uai, :annee, v.type_structure, v.code, v.profil, v.libelle, :numero)
    RETURNING merge_action() AS operation, g.groupe_id
), disparu AS (
    UPDATE ent.groupe g SET disparu_le = :instant, numero_depot = :numero
    WHERE g.uai = :uai AND g.annee_scolaire = :annee AND g.disparu_le IS NULL
      AND (g.type_structure, g.code) NOT IN (SELECT type_structure, code FROM voulu)
    RETURNING g.groupe_id
), changement (operation, cle) AS (
    SELECT operation, groupe_id FROM ecrit UNION ALL SELECT 'DISPARU', groupe_id FROM disparu
)
