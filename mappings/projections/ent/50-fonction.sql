-- projection: ent-fonction
-- suit: enseignant, professeur_principal, service
-- ordre: 50
-- publie: fonction
-- Les fonctions des personnes de STS, et les divisions dont elles sont professeur principal (PP). Sans fonction dite, on enseigne.
WITH voulu AS MATERIALIZED (
    SELECT DISTINCT ON (p.personne_id, f.fonction, f.code_division) p.personne_id, f.*
    FROM (SELECT type || ':' || enseignant_id AS cle, coalesce(nullif(upper(btrim(fonction)), ''), 'ENS') AS fonction, '' AS code_division,
                 disciplines, NULL::date AS date_debut, NULL::date AS date_fin
          FROM referentiel.enseignant WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
          UNION ALL
          SELECT enseignant_type || ':' || enseignant_id, 'PP', code_division, '{}', date_debut, date_fin
          FROM referentiel.professeur_principal WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL) f
    JOIN ent.presence p ON p.uai = :uai AND p.annee_scolaire = :annee AND p.systeme = 'STS' AND p.cle = f.cle AND p.disparu_le IS NULL
    ORDER BY p.personne_id, f.fonction, f.code_division, f.cle
), ecrit AS (
    MERGE INTO ent.fonction f USING voulu v
    ON f.uai = :uai AND f.annee_scolaire = :annee AND f.personne_id = v.personne_id AND f.fonction = v.fonction AND f.code_division = v.code_division
    WHEN MATCHED AND (f.disparu_le IS NOT NULL
                      OR (f.disciplines, f.date_debut, f.date_fin) IS DISTINCT FROM (v.disciplines, v.date_debut, v.date_fin)) THEN
        UPDATE SET disciplines = v.disciplines, date_debut = v.date_debut, date_fin = v.date_fin, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, personne_id, fonction, code_division, disciplines, date_debut, date_fin, numero_depot)
        VALUES (:uai, :annee, v.personne_id, v.fonction, v.code_division, v.disciplines, v.date_debut, v.date_fin, :numero)
    RETURNING merge_action() AS operation, f.personne_id, f.fonction, f.code_division
), disparu AS (
    UPDATE ent.fonction f SET disparu_le = :instant, numero_depot = :numero
    WHERE f.uai = :uai AND f.annee_scolaire = :annee AND f.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu v WHERE v.personne_id = f.personne_id AND v.fonction = f.fonction AND v.code_division = f.code_division)
    RETURNING 'DISPARU', f.personne_id, f.fonction, f.code_division
), changement (operation, cle) AS (
    SELECT operation, concat_ws(':', personne_id, fonction, nullif(code_division, ''))
    FROM (SELECT * FROM ecrit UNION ALL SELECT * FROM disparu) AS c (operation, personne_id, fonction, code_division)
)
