-- projection: ent-membre
-- suit: eleve, eleve_division, lien, enseignant, service, professeur_principal, responsable, eleve_responsable, division, groupe
-- ordre: 40
-- publie: membre
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
        AND l.disparu_le IS NULL AND (l.niveau_responsabilite IN ('1', '2') OR l.source = 'ONDE')
    UNION ALL
    SELECT type_structure, code_structure, 'Enseignant', 'STS', enseignant_type || ':' || enseignant_id FROM referentiel.service
    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
    UNION ALL
    SELECT 'D', code_division, 'Enseignant', 'STS', enseignant_type || ':' || enseignant_id FROM referentiel.professeur_principal
    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
), voulu AS (
    SELECT DISTINCT g.groupe_id, p.personne_id
    FROM source s
    JOIN ent.presence p ON p.uai = :uai AND p.annee_scolaire = :annee AND p.systeme = s.systeme AND p.cle = s.cle AND p.disparu_le IS NULL
    JOIN ent.groupe g ON g.uai = :uai AND g.annee_scolaire = :annee AND g.type_structure = s.type_structure AND g.code = s.code
        AND g.profil = s.profil AND g.disparu_le IS NULL
), ecart AS MATERIALIZED (
    SELECT groupe_id, personne_id,
           CASE WHEN m.numero_depot IS NULL THEN 'INSERT' WHEN v.voulu THEN 'UPDATE' ELSE 'DISPARU' END AS operation
    FROM (SELECT * FROM ent.membre WHERE groupe_id = ANY (ARRAY(SELECT groupe_id FROM ent.groupe WHERE uai = :uai AND annee_scolaire = :annee))) m
    FULL JOIN (SELECT groupe_id, personne_id, true AS voulu FROM voulu) v USING (groupe_id, personne_id)
    WHERE m.numero_depot IS NULL OR (m.disparu_le IS NULL) <> coalesce(v.voulu, false)
), arrivee AS (
    INSERT INTO ent.membre (groupe_id, personne_id, numero_depot)
    SELECT groupe_id, personne_id, :numero FROM ecart WHERE operation = 'INSERT' ORDER BY groupe_id, personne_id
), mouvement AS (
    UPDATE ent.membre m SET numero_depot = :numero, disparu_le = CASE WHEN e.operation = 'DISPARU' THEN :instant END
    FROM ecart e
    WHERE m.groupe_id = ANY (ARRAY(SELECT groupe_id FROM ecart WHERE operation <> 'INSERT'))
      AND m.groupe_id = e.groupe_id AND m.personne_id = e.personne_id
      AND e.operation <> 'INSERT'
), changement (operation, cle) AS (
    SELECT operation, groupe_id || ':' || personne_id FROM ecart
)
