-- Qui est chaque enseignant, par son nom et son prénom (plusieurs lignes : plusieurs classes), et quelle est sa classe, par son libellé.
-- moment: avant
CREATE TEMPORARY TABLE IF NOT EXISTS onde_enseignant_vu
    (rang bigint PRIMARY KEY, enseignant_id text, place bigint, code_division text, classes bigint);
TRUNCATE onde_enseignant_vu;
INSERT INTO onde_enseignant_vu
WITH lu AS MATERIALIZED (
    SELECT rang, referentiel.cle_nom(classe) AS classe, concat_ws('/', referentiel.cle_nom(nom), referentiel.cle_nom(prenom)) AS cle
    FROM onde_enseignant
), connu AS (
    SELECT concat_ws('/', referentiel.cle_nom(nom_patronymique), referentiel.cle_nom(prenom)) AS cle, min(enseignant_id) AS enseignant_id
    FROM referentiel.enseignant WHERE uai = :uai AND type = 'onde' GROUP BY 1
), personne AS MATERIALIZED (
    SELECT l.cle, coalesce(min(c.enseignant_id), nextval('referentiel.numero_onde')::text) AS enseignant_id
    FROM lu l LEFT JOIN connu c USING (cle) GROUP BY l.cle
), division AS (
    SELECT referentiel.cle_nom(libelle) AS classe, min(code_division) AS code, count(*) AS nombre
    FROM referentiel.division
    WHERE uai = :uai AND annee_scolaire = :annee AND source = 'ONDE' AND disparu_le IS NULL
    GROUP BY 1
)
SELECT l.rang, p.enseignant_id, row_number() OVER (PARTITION BY l.cle ORDER BY l.rang), CASE WHEN d.nombre = 1 THEN d.code END,
       CASE WHEN l.classe IS NOT NULL THEN coalesce(d.nombre, 0) END
FROM lu l JOIN personne p USING (cle) LEFT JOIN division d USING (classe)
