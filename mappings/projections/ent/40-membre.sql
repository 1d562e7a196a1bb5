-- projection: ent-membre
-- suit: eleve, eleve_division, lien, enseignant, service, professeur_principal, responsable, eleve_responsable, division, groupe
-- ordre: 40
-- Les élèves par leurs affectations et leurs liens, les enseignants par leurs services (et les professeurs principaux),
-- les parents par les élèves membres, chacun une fois. Seuls les groupes de profil ont des lignes (voir ent.v_membre).
WITH eleve_de AS MATERIALIZED (
    SELECT 'D' AS type_structure, code_division AS code, eleve_id FROM referentiel.eleve_division
    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
    UNION ALL
    SELECT 'G', code_groupe, eleve_id FROM referentiel.lien_eleve_groupe
    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
), source AS (
    SELECT type_structure, code, 'Eleve' AS profil, 'SIECLE_ELEVE' AS systeme, eleve_id AS cle FROM eleve_de
    UNION ALL
    SELECT e.type_structure, e.code, 'Responsable', 'SIECLE_RESPONSABLE', l.personne_id
    FROM eleve_de e
    JOIN ent.presence p ON p.uai = :uai AND p.annee_scolaire = :annee AND p.systeme = 'SIECLE_ELEVE' AND p.cle = e.eleve_id
        AND p.disparu_le IS NULL
    JOIN referentiel.eleve_responsable l ON l.uai = :uai AND l.annee_scolaire = :annee AND l.eleve_id = e.eleve_id
        AND l.disparu_le IS NULL AND l.niveau_responsabilite IN ('1', '2')
    UNION ALL
    SELECT type_structure, code_structure, 'Enseignant', 'STS', enseignant_type || ':' || enseignant_id FROM referentiel.service
    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
    UNION ALL
    SELECT 'D', code_division, 'Enseignant', 'STS', enseignant_type || ':' || enseignant_id FROM referentiel.professeur_principal
    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
), voulu AS MATERIALIZED (
    SELECT DISTINCT g.groupe_id, p.personne_id
    FROM source s
    JOIN ent.presence p ON p.uai = :uai AND p.annee_scolaire = :annee AND p.systeme = s.systeme AND p.cle = s.cle AND p.disparu_le IS NULL
    JOIN ent.groupe g ON g.uai = :uai AND g.annee_scolaire = :annee AND g.type_structure = s.type_structure AND g.code = s.code
        AND g.profil = s.profil AND g.disparu_le IS NULL
), ecrit AS (
    MERGE INTO ent.membre m USING voulu v
    ON m.uai = :uai AND m.annee_scolaire = :annee AND m.groupe_id = v.groupe_id AND m.personne_id = v.personne_id
    WHEN MATCHED AND m.disparu_le IS NOT NULL THEN
        UPDATE SET numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (groupe_id, personne_id, uai, annee_scolaire, numero_depot) VALUES (v.groupe_id, v.personne_id, :uai, :annee, :numero)
    RETURNING merge_action() AS operation, m.groupe_id, m.personne_id
), disparu AS (
    UPDATE ent.membre m SET disparu_le = :instant, numero_depot = :numero
    WHERE m.uai = :uai AND m.annee_scolaire = :annee AND m.disparu_le IS NULL
      AND (m.groupe_id, m.personne_id) NOT IN (SELECT groupe_id, personne_id FROM voulu)
    RETURNING m.groupe_id, m.personne_id
), changement (operation, cle) AS (
    SELECT operation, groupe_id || ':' || personne_id FROM ecrit
    UNION ALL
    SELECT 'DISPARU', groupe_id || ':' || personne_id FROM disparu
)
