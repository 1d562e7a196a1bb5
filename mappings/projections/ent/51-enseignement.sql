-- projection: ent-enseignement
-- suit: service, matiere, enseignant, division, groupe
-- ordre: 51
-- publie: enseignement
-- Qui enseigne quoi à qui : les services de STS, par personne et par classe ou groupe de l'annuaire.
WITH libelle AS MATERIALIZED (
    SELECT DISTINCT ON (code_matiere) code_matiere, coalesce(nullif(btrim(libelle), ''), nullif(btrim(libelle_court), ''), code_matiere) AS matiere
    FROM referentiel.matiere WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
    ORDER BY code_matiere, source, libelle
), voulu AS MATERIALIZED (
    SELECT DISTINCT g.groupe_id, p.personne_id, s.code_matiere, coalesce(l.matiere, s.code_matiere) AS matiere
    FROM referentiel.service s
    JOIN ent.presence p ON p.uai = :uai AND p.annee_scolaire = :annee AND p.systeme = 'STS' AND p.cle = s.enseignant_type || ':' || s.enseignant_id
        AND p.disparu_le IS NULL
    JOIN ent.groupe g ON g.uai = :uai AND g.annee_scolaire = :annee AND g.type_structure = s.type_structure AND g.code = s.code_structure
        AND g.profil = '' AND g.disparu_le IS NULL
    LEFT JOIN libelle l ON l.code_matiere = s.code_matiere
    WHERE s.uai = :uai AND s.annee_scolaire = :annee AND s.disparu_le IS NULL
), ecrit AS (
    MERGE INTO ent.enseignement e USING voulu v
    ON e.groupe_id = v.groupe_id AND e.personne_id = v.personne_id AND e.code_matiere = v.code_matiere
    WHEN MATCHED AND (e.disparu_le IS NOT NULL OR e.matiere <> v.matiere) THEN
        UPDATE SET matiere = v.matiere, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (groupe_id, personne_id, code_matiere, matiere, numero_depot)
        VALUES (v.groupe_id, v.personne_id, v.code_matiere, v.matiere, :numero)
    RETURNING merge_action() AS operation, e.groupe_id, e.personne_id, e.code_matiere
), disparu AS (
    UPDATE ent.enseignement e SET disparu_le = :instant, numero_depot = :numero
    WHERE e.groupe_id = ANY (ARRAY(SELECT groupe_id FROM ent.groupe WHERE uai = :uai AND annee_scolaire = :annee)) AND e.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu v WHERE v.groupe_id = e.groupe_id AND v.personne_id = e.personne_id AND v.code_matiere = e.code_matiere)
    RETURNING 'DISPARU', e.groupe_id, e.personne_id, e.code_matiere
), changement (operation, cle) AS (
    SELECT operation, concat_ws(':', groupe_id, personne_id, code_matiere)
    FROM (SELECT * FROM ecrit UNION ALL SELECT * FROM disparu) AS c (operation, groupe_id, personne_id, code_matiere)
)
