-- Quel élève est chaque enfant : par son nom de famille et son prénom, et par sa classe s'ils sont plusieurs (candidats). Qui est chaque
-- responsable : celui du même nom déjà lié à l'un de ces enfants, sinon un nouveau. Deux responsables de même nom sans enfant commun
-- sont deux personnes. Un responsable dont un enfant reste douteux ne disparaît pas pour autant.
-- moment: avant
CREATE TEMPORARY TABLE IF NOT EXISTS onde_enfant_vu (rang bigint PRIMARY KEY, rang_responsable bigint, eleve_id text, candidats bigint);
CREATE TEMPORARY TABLE IF NOT EXISTS onde_responsable_vu (rang bigint PRIMARY KEY, personne_id text, place bigint);
CREATE TEMPORARY TABLE IF NOT EXISTS onde_responsable_garde (personne_id text PRIMARY KEY);
TRUNCATE onde_enfant_vu, onde_responsable_vu, onde_responsable_garde;
INSERT INTO onde_enfant_vu
WITH eleve AS MATERIALIZED (
    SELECT e.eleve_id, referentiel.cle_nom(e.nom_de_famille) AS nom, referentiel.cle_nom(e.prenom) AS prenom, e.date_naissance,
           ARRAY(SELECT referentiel.cle_nom(d.libelle) FROM referentiel.eleve_division i
                 JOIN referentiel.division d ON d.uai = :uai AND d.annee_scolaire = :annee AND d.source = 'ONDE' AND d.code_division = i.code_division
                 WHERE i.uai = :uai AND i.annee_scolaire = :annee AND i.eleve_id = e.eleve_id AND i.disparu_le IS NULL) AS classes
    FROM referentiel.eleve e
    WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.source = 'ONDE' AND e.disparu_le IS NULL
), possible AS (
    SELECT f.rang, e.eleve_id, referentiel.cle_nom(f.classe) = ANY (e.classes) AS meme_classe
    FROM onde_enfant f
    JOIN eleve e ON e.nom = referentiel.cle_nom(f.nom_de_famille) AND e.prenom = referentiel.cle_nom(f.prenom)
    WHERE f.date_naissance IS NULL OR e.date_naissance IS NULL OR f.date_naissance = e.date_naissance
), compte AS (
    SELECT rang, count(*) AS tous, min(eleve_id) AS seul,
           count(*) FILTER (WHERE meme_classe) AS en_classe, min(eleve_id) FILTER (WHERE meme_classe) AS seul_en_classe
    FROM possible GROUP BY rang
)
SELECT f.rang, f.rang_responsable, CASE WHEN c.tous = 1 THEN c.seul WHEN c.en_classe = 1 THEN c.seul_en_classe END, coalesce(c.tous, 0)
FROM onde_enfant f LEFT JOIN compte c USING (rang);
INSERT INTO onde_responsable_vu
WITH lu AS MATERIALIZED (
    SELECT r.rang, concat_ws('/', referentiel.cle_nom(r.nom_de_famille), referentiel.cle_nom(r.prenom)) AS cle, min(v.eleve_id) AS premier,
           array_agg(v.eleve_id) AS enfants
    FROM onde_responsable r JOIN onde_enfant_vu v ON v.rang_responsable = r.rang
    WHERE v.eleve_id IS NOT NULL
    GROUP BY r.rang, r.nom_de_famille, r.prenom
), connu AS MATERIALIZED (
    SELECT p.personne_id, l.eleve_id, concat_ws('/', referentiel.cle_nom(p.nom_de_famille), referentiel.cle_nom(p.prenom)) AS cle
    FROM referentiel.responsable p
    JOIN referentiel.eleve_responsable l ON l.uai = :uai AND l.annee_scolaire = p.annee_scolaire AND l.personne_id = p.personne_id
    WHERE p.uai = :uai AND p.source = 'ONDE'
), reconnu AS (
    SELECT l.rang, min(c.personne_id) AS personne_id FROM lu l JOIN connu c ON c.cle = l.cle AND c.eleve_id = ANY (l.enfants) GROUP BY l.rang
), personne AS MATERIALIZED (
    SELECT l.rang, r.personne_id, coalesce(r.personne_id, l.cle || '/' || l.premier) AS cle FROM lu l LEFT JOIN reconnu r USING (rang)
), nouveau AS MATERIALIZED (
    SELECT cle, nextval('referentiel.numero_onde')::text AS personne_id
    FROM (SELECT cle FROM personne WHERE personne_id IS NULL GROUP BY cle ORDER BY min(rang)) p
)
SELECT p.rang, coalesce(p.personne_id, n.personne_id), row_number() OVER (PARTITION BY p.cle ORDER BY p.rang)
FROM personne p LEFT JOIN nouveau n USING (cle);
INSERT INTO onde_responsable_garde
SELECT DISTINCT p.personne_id
FROM referentiel.responsable p
JOIN onde_responsable r ON referentiel.cle_nom(r.nom_de_famille) = referentiel.cle_nom(p.nom_de_famille)
     AND referentiel.cle_nom(r.prenom) IS NOT DISTINCT FROM referentiel.cle_nom(p.prenom)
JOIN onde_enfant_vu v ON v.rang_responsable = r.rang AND v.eleve_id IS NULL AND v.candidats > 1
WHERE p.uai = :uai AND p.annee_scolaire = :annee AND p.source = 'ONDE' AND p.disparu_le IS NULL
