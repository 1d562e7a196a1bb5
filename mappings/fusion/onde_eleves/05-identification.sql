-- Qui est chaque élève du fichier : par son INE, sinon par nom, prénom et naissance, où qu'il ait déjà été vu dans l'école, même une
-- autre année. Un INE porté par deux identités n'en désigne aucune ; plusieurs candidats, aucun n'est choisi (candidats).
-- Sa classe : par son identifiant, sinon celui que le même libellé a déjà, sinon le libellé.
-- moment: avant
CREATE TEMPORARY TABLE IF NOT EXISTS onde_eleve_vu
    (rang bigint PRIMARY KEY, eleve_id text, ine text, ine_partage boolean, code_division text, place integer, repete boolean, candidats text[]);
TRUNCATE onde_eleve_vu;
INSERT INTO onde_eleve_vu
WITH cle AS MATERIALIZED (
    SELECT rang, empreinte, upper(ine) AS ine, classe, identifiant_classe,
           concat_ws('/', referentiel.cle_nom(nom_de_famille), referentiel.cle_nom(prenom), coalesce(date_naissance::text, '')) AS cle
    FROM onde_eleve
), ine_double AS (
    SELECT ine FROM cle WHERE ine IS NOT NULL GROUP BY ine HAVING count(DISTINCT cle) > 1
), lu AS MATERIALIZED (
    SELECT c.rang, c.empreinte, c.cle, c.classe, c.identifiant_classe, d.ine IS NOT NULL AS ine_partage,
           CASE WHEN d.ine IS NULL THEN c.ine END AS ine
    FROM cle c LEFT JOIN ine_double d USING (ine)
), connu AS MATERIALIZED (
    SELECT DISTINCT ON (eleve_id) eleve_id, upper(ine) AS ine,
           concat_ws('/', referentiel.cle_nom(nom_de_famille), referentiel.cle_nom(prenom), coalesce(date_naissance::text, '')) AS cle
    FROM referentiel.eleve
    WHERE uai = :uai AND source = 'ONDE'
    ORDER BY eleve_id, annee_scolaire DESC
), par_ine AS MATERIALIZED (
    SELECT l.rang, min(c.eleve_id) AS eleve_id FROM lu l JOIN connu c ON c.ine = l.ine GROUP BY l.rang
), par_cle AS (
    SELECT l.rang, array_agg(c.eleve_id ORDER BY c.eleve_id) AS eleves
    FROM lu l JOIN connu c ON c.cle = l.cle
    WHERE l.rang NOT IN (SELECT rang FROM par_ine) AND c.eleve_id NOT IN (SELECT eleve_id FROM par_ine)
    GROUP BY l.rang
), identifie AS MATERIALIZED (
    SELECT l.*, coalesce(i.eleve_id, CASE WHEN cardinality(c.eleves) = 1 THEN c.eleves[1] END) AS eleve_id,
           CASE WHEN cardinality(c.eleves) > 1 THEN c.eleves ELSE '{}' END AS candidats
    FROM lu l LEFT JOIN par_ine i USING (rang) LEFT JOIN par_cle c USING (rang)
), place AS MATERIALIZED (
    SELECT i.*, row_number() OVER (PARTITION BY coalesce(eleve_id, ine, cle) ORDER BY rang) AS place,
           row_number() OVER (PARTITION BY empreinte ORDER BY rang) > 1 AS repete
    FROM identifie i
), du_fichier AS (
    SELECT classe, min(identifiant_classe) AS code FROM lu WHERE identifiant_classe IS NOT NULL
    GROUP BY classe HAVING count(DISTINCT identifiant_classe) = 1
), deja AS (
    SELECT libelle AS classe, min(code_division) AS code FROM referentiel.division
    WHERE uai = :uai AND annee_scolaire = :annee AND source = 'ONDE' AND disparu_le IS NULL
    GROUP BY libelle HAVING count(*) = 1
)
SELECT p.rang,
       CASE WHEN p.eleve_id IS NULL AND p.place = 1 AND p.candidats = '{}' THEN nextval('referentiel.numero_onde')::text ELSE p.eleve_id END,
       p.ine, p.ine_partage, coalesce(p.identifiant_classe, f.code, d.code, p.classe), p.place, p.repete, p.candidats
FROM place p LEFT JOIN du_fichier f USING (classe) LEFT JOIN deja d USING (classe)
