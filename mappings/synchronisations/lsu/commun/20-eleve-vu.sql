-- Chaque élève des classes choisies est cherché dans sa base (R11). 2D : par ELEVE_ID. 1D : par l'identifiant que la passerelle lui
-- connaît, sinon par INE, sinon par nom, prénoms et naissance exacts ; plusieurs candidats : aucun (R22). N'ont une ligne de travail que
-- ceux qui ont changé, ceux qu'on ne trouve pas, et ceux dont on apprend l'identifiant. Un INE connu n'est jamais effacé.
-- moment: regard
-- etape: eleve
INSERT INTO lsu.sync_eleve (sync_id, rang, eleve_id, statut, source_id, nom, nom_usage, prenom, prenoms, date_naissance, sexe, ine, courriel,
                            responsables, telephone, adresse1, adresse2, adresse3, adresse4, code_postal, commune, empreinte, numero_depot)
WITH present AS MATERIALIZED (
    SELECT e.id AS eleve_id, e.id_be, e.id_source, v.nom, v.nom_usage, v.prenom, v.prenoms, v.date_naissance, v.sexe, v.ine, v.courriel,
           v.responsables, v.telephone, v.adresse1, v.adresse2, v.adresse3, v.adresse4, v.code_postal, v.commune, v.empreinte,
           row_number() OVER (ORDER BY s.rang, v.nom, v.prenoms, e.id) AS rang
    FROM lsu.sync_classe s
    JOIN lsu.eleve e ON e.uai = :uai AND e.annee_scolaire = :annee AND e.classe_id = s.classe_id AND e.disparu_le IS NULL
    JOIN lsu.eleve_version v ON v.uai = :uai AND v.annee_scolaire = :annee AND v.id = e.version_courante_id
    WHERE s.sync_id = :sync
), base AS MATERIALIZED (
    SELECT * FROM lsu.source_eleve WHERE uai = :uai AND annee_scolaire = :annee AND ecole = (:degre = '1D')
), par_identifiant AS MATERIALIZED (
    SELECT p.eleve_id, b.eleve_id AS source_id FROM present p JOIN base b ON b.eleve_id = coalesce(p.id_be, p.id_source)
), libre AS MATERIALIZED (
    SELECT b.eleve_id, b.ine, b.nom, b.prenoms, b.date_naissance FROM base b
    WHERE b.ecole AND b.eleve_id NOT IN (SELECT id_source FROM lsu.eleve WHERE uai = :uai AND annee_scolaire = :annee AND id_source IS NOT NULL)
), cherche AS MATERIALIZED (
    SELECT * FROM present WHERE :degre = '1D' AND eleve_id NOT IN (SELECT eleve_id FROM par_identifiant)
), par_ine AS MATERIALIZED (
    SELECT p.eleve_id, array_agg(b.eleve_id) AS sources FROM cherche p JOIN libre b ON b.ine = p.ine GROUP BY p.eleve_id
), par_identite AS (
    SELECT p.eleve_id, array_agg(b.eleve_id) AS sources
    FROM cherche p JOIN libre b ON b.nom = lsu.net(p.nom) AND b.prenoms = lsu.net(p.prenoms) AND b.date_naissance = p.date_naissance
    WHERE p.eleve_id NOT IN (SELECT eleve_id FROM par_ine)
    GROUP BY p.eleve_id
), candidat AS (
    SELECT eleve_id, sources[1] AS source_id, cardinality(sources) AS nombre, count(*) OVER (PARTITION BY sources[1]) AS pretendants
    FROM (SELECT * FROM par_ine UNION ALL SELECT * FROM par_identite) c
), trouve AS MATERIALIZED (
    SELECT eleve_id, source_id FROM par_identifiant
    UNION ALL
    SELECT eleve_id, source_id FROM candidat WHERE nombre = 1 AND pretendants = 1
), voulu AS MATERIALIZED (
    SELECT p.rang, p.eleve_id, p.id_source, p.empreinte AS avant, b.eleve_id AS source_id, b.numero_depot,
           CASE WHEN c.nom THEN b.nom ELSE p.nom END AS nom,
           CASE WHEN c.nom THEN b.nom_usage ELSE p.nom_usage END AS nom_usage,
           CASE WHEN c.prenoms THEN b.prenom ELSE p.prenom END AS prenom,
           CASE WHEN c.prenoms THEN b.prenoms ELSE p.prenoms END AS prenoms,
           CASE WHEN c.naissance THEN b.date_naissance ELSE p.date_naissance END AS date_naissance,
           CASE WHEN c.sexe THEN b.sexe ELSE p.sexe END AS sexe,
           CASE WHEN c.ine THEN coalesce(b.ine, p.ine) ELSE p.ine END AS ine,
           CASE WHEN c.courriel THEN b.courriel ELSE p.courriel END AS courriel,
           CASE WHEN c.responsables THEN b.responsables ELSE p.responsables END AS responsables,
           CASE WHEN c.telephone THEN b.telephone ELSE p.telephone END AS telephone,
           CASE WHEN c.adresse THEN b.adresse1 ELSE p.adresse1 END AS adresse1,
           CASE WHEN c.adresse THEN b.adresse2 ELSE p.adresse2 END AS adresse2,
           CASE WHEN c.adresse THEN b.adresse3 ELSE p.adresse3 END AS adresse3,
           CASE WHEN c.adresse THEN b.adresse4 ELSE p.adresse4 END AS adresse4,
           CASE WHEN c.adresse THEN b.code_postal ELSE p.code_postal END AS code_postal,
           CASE WHEN c.adresse THEN b.commune ELSE p.commune END AS commune
    FROM present p
    JOIN trouve t ON t.eleve_id = p.eleve_id
    JOIN base b ON b.eleve_id = t.source_id
    CROSS JOIN (SELECT 'nom' = ANY (l) AS nom, 'prenoms' = ANY (l) AS prenoms, 'date-naissance' = ANY (l) AS naissance, 'sexe' = ANY (l) AS sexe,
                       'ine' = ANY (l) AS ine, 'courriel' = ANY (l) AS courriel, 'responsables' = ANY (l) AS responsables,
                       'telephone' = ANY (l) AS telephone, 'adresse' = ANY (l) AS adresse
                FROM string_to_array(:champs, ',') AS l) c
), compare AS MATERIALIZED (
    SELECT voulu.*,
           lsu.empreinte(nom, nom_usage, prenoms, date_naissance::text, sexe, ine, courriel, responsables::text, telephone,
                         adresse1, adresse2, adresse3, adresse4, code_postal, commune) AS empreinte FROM voulu
)
SELECT :sync, rang, eleve_id, CASE WHEN empreinte <> avant THEN 'MODIFIE' ELSE 'LIE' END, source_id, nom, nom_usage, prenom, prenoms,
       date_naissance, sexe, ine, courriel, responsables, telephone, adresse1, adresse2, adresse3, adresse4, code_postal, commune, empreinte,
       numero_depot
FROM compare WHERE empreinte <> avant OR id_source IS DISTINCT FROM source_id
UNION ALL
SELECT :sync, rang, eleve_id, 'ABSENT', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM present WHERE eleve_id NOT IN (SELECT eleve_id FROM trouve)
