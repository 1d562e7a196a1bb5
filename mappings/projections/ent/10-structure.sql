-- projection: ent-structure
-- suit: etablissement
-- ordre: 10
-- Un établissement reçoit son numéro à sa première venue, et le garde d'une année à l'autre.
WITH voulu AS (
    SELECT DISTINCT ON (uai) uai, annee_scolaire, coalesce(nullif(concat_ws(' ', denomination, complement), ''), uai) AS nom, code_postal, commune
    FROM referentiel.etablissement
    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
    ORDER BY uai, source DESC
), numerotation AS (
    INSERT INTO ent.structure_numero (uai)
    SELECT v.uai FROM voulu v WHERE NOT EXISTS (SELECT FROM ent.structure_numero n WHERE n.uai = v.uai)
    ON CONFLICT (uai) DO NOTHING
), ecrit AS (
    MERGE INTO ent.structure s USING voulu v ON s.uai = v.uai AND s.annee_scolaire = v.annee_scolaire
    WHEN MATCHED AND (s.disparu_le IS NOT NULL OR (s.nom, s.code_postal, s.commune) IS DISTINCT FROM (v.nom, v.code_postal, v.commune)) THEN
        UPDATE SET nom = v.nom, code_postal = v.code_postal, commune = v.commune, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, nom, code_postal, commune, numero_depot)
        VALUES (v.uai, v.annee_scolaire, v.nom, v.code_postal, v.commune, :numero)
    RETURNING merge_action() AS operation, s.uai
), disparu AS (
    UPDATE ent.structure s SET disparu_le = :instant, numero_depot = :numero
    WHERE s.uai = :uai AND s.annee_scolaire = :annee AND s.disparu_le IS NULL AND NOT EXISTS (SELECT FROM voulu)
    RETURNING s.uai
), changement (operation, cle) AS (
    SELECT operation, uai FROM ecrit UNION ALL SELECT 'DISPARU', uai FROM disparu
)
