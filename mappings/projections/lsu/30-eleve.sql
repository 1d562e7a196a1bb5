-- projection: lsu-eleve
-- suit: eleve
-- ordre: 30
-- Les élèves nouveaux arrivent avec leur première identité ; un élève déjà sorti n'arrive pas. Qui est là garde son
-- identité jusqu'à une synchronisation (R14, R15). D'ONDE n'arrivent que nom, prénoms, naissance, sexe et INE (R19).
WITH affectation AS (
    SELECT DISTINCT ON (d.eleve_id) d.eleve_id, c.id AS classe_id
    FROM referentiel.eleve_division d
    JOIN lsu.classe c ON c.uai = d.uai AND c.annee_scolaire = d.annee_scolaire AND coalesce(c.code, c.id_onde) = d.code_division
    WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.disparu_le IS NULL
    ORDER BY d.eleve_id, d.date_debut DESC NULLS LAST, d.code_division
), arrivant AS MATERIALIZED (
    SELECT e.*
    FROM referentiel.eleve e
    WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.disparu_le IS NULL
      AND (e.date_sortie IS NULL OR e.date_sortie > (:instant)::date)
      AND NOT EXISTS (SELECT FROM lsu.eleve l
                      WHERE l.uai = :uai AND l.annee_scolaire = :annee AND l.id_source = e.eleve_id)
      AND NOT (e.source = 'ONDE' AND EXISTS (SELECT FROM lsu.eleve l
                                             WHERE l.uai = :uai AND l.annee_scolaire = :annee AND l.ine_courant = e.ine))
), famille AS (
    SELECT eleve_id, responsables FROM lsu.source_famille
    WHERE uai = :uai AND annee_scolaire = :annee AND eleve_id IN (SELECT eleve_id FROM arrivant WHERE source <> 'ONDE')
), nouveau AS MATERIALIZED (
    SELECT nextval('lsu.eleve_id_seq') AS id,
           nextval('lsu.eleve_version_id_seq') AS version_id,
           t.id AS etablissement_id, e.eleve_id, e.source, lsu.net(e.nom_de_famille) AS nom, lsu.net(e.nom_usage) AS nom_usage,
           lsu.net(e.prenom) AS prenom, concat_ws(' ', lsu.net(e.prenom), lsu.net(e.prenom2), lsu.net(e.prenom3)) AS prenoms,
           e.date_naissance, e.sexe, lsu.net(e.ine) AS ine,
           count(*) OVER (PARTITION BY lsu.net(e.ine)) = 1 AS ine_seul, lsu.net(e.courriel) AS courriel, a.classe_id,
           coalesce(f.responsables, '[]') AS responsables, lsu.net(e.telephone) AS telephone, lsu.net(h.ligne1) AS adresse1,
           lsu.net(h.ligne2) AS adresse2, lsu.net(h.ligne3) AS adresse3, lsu.net(h.ligne4) AS adresse4,
           lsu.net(h.code_postal) AS code_postal, lsu.net(h.commune) AS commune
    FROM arrivant e
    JOIN lsu.etablissement t ON t.uai = e.uai
    LEFT JOIN affectation a ON a.eleve_id = e.eleve_id
    LEFT JOIN famille f ON f.eleve_id = e.eleve_id
    LEFT JOIN referentiel.adresse h ON h.uai = e.uai AND h.annee_scolaire = e.annee_scolaire AND h.personne = 'ELEVE'
        AND h.personne_id = e.eleve_id AND h.disparu_le IS NULL
    ORDER BY e.eleve_id
), eleve AS (
    INSERT INTO lsu.eleve (id, etablissement_id, id_be, ine_courant, id_source, classe_id, version_courante_id, uai, annee_scolaire, numero_depot)
    SELECT id, etablissement_id, CASE WHEN source <> 'ONDE' THEN eleve_id END, CASE WHEN source = 'ONDE' AND ine_seul THEN ine END, eleve_id, classe_id,
           version_id, :uai, :annee, :numero FROM nouveau
    RETURNING id_source
), version AS (
    INSERT INTO lsu.eleve_version (id, eleve_id, numero, nom, nom_usage, prenom, prenoms, date_naissance, sexe, ine, courriel, responsables,
                                   telephone, adresse1, adresse2, adresse3, adresse4, code_postal, commune, empreinte, statut, uai, annee_scolaire, numero_depot)
    SELECT version_id, id, 1, nom, nom_usage, prenom, prenoms, date_naissance, sexe, ine, courriel, responsables,
           telephone, adresse1, adresse2, adresse3, adresse4, code_postal, commune,
           lsu.empreinte(nom, nom_usage, prenoms, date_naissance::text, sexe, ine, courriel, responsables::text, telephone,
                         adresse1, adresse2, adresse3, adresse4, code_postal, commune),
           'COURANTE', :uai, :annee, :numero
    FROM nouveau
), changement (operation, cle) AS (
    SELECT 'INSERT', id_source FROM eleve
)
