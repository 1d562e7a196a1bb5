-- projection: ent-suppleance
-- suit: suppleance, enseignant
-- ordre: 52
-- publie: suppleance
-- Qui remplace qui, et quand, entre personnes de l'annuaire (R036).
WITH voulu AS MATERIALIZED (
    SELECT p.personne_id, r.personne_id AS remplace_id, s.rang, s.date_debut, s.date_fin
    FROM referentiel.suppleance s
    JOIN ent.presence p ON p.uai = :uai AND p.annee_scolaire = :annee AND p.systeme = 'STS' AND p.cle = s.type || ':' || s.enseignant_id
        AND p.disparu_le IS NULL
    JOIN ent.presence r ON r.uai = :uai AND r.annee_scolaire = :annee AND r.systeme = 'STS' AND r.cle = s.remplace_type || ':' || s.remplace_id
        AND r.disparu_le IS NULL
    WHERE s.uai = :uai AND s.annee_scolaire = :annee AND s.disparu_le IS NULL
), ecrit AS (
    MERGE INTO ent.suppleance s USING voulu v
    ON s.uai = :uai AND s.annee_scolaire = :annee AND s.personne_id = v.personne_id AND s.remplace_id = v.remplace_id AND s.rang = v.rang
    WHEN MATCHED AND (s.disparu_le IS NOT NULL OR (s.date_debut, s.date_fin) IS DISTINCT FROM (v.date_debut, v.date_fin)) THEN
        UPDATE SET date_debut = v.date_debut, date_fin = v.date_fin, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, personne_id, remplace_id, rang, date_debut, date_fin, numero_depot)
        VALUES (:uai, :annee, v.personne_id, v.remplace_id, v.rang, v.date_debut, v.date_fin, :numero)
    RETURNING merge_action() AS operation, s.personne_id, s.remplace_id, s.rang
), disparu AS (
    UPDATE ent.suppleance s SET disparu_le = :instant, numero_depot = :numero
    WHERE s.uai = :uai AND s.annee_scolaire = :annee AND s.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu v WHERE v.personne_id = s.personne_id AND v.remplace_id = s.remplace_id AND v.rang = s.rang)
    RETURNING 'DISPARU', s.personne_id, s.remplace_id, s.rang
), changement (operation, cle) AS (
    SELECT operation, concat_ws(':', personne_id, remplace_id, rang)
    FROM (SELECT * FROM ecrit UNION ALL SELECT * FROM disparu) AS c (operation, personne_id, remplace_id, rang)
)
