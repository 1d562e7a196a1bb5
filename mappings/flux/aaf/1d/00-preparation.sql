-- moment: avant
-- Ce que les fichiers du premier degré ont en commun, d'après ONDE (aaf.md, 6). Mêmes tables que pour le second degré.
CREATE TEMPORARY TABLE aaf_ecarte (uai text, identifiant text, objet text, code text) ON COMMIT DROP;

-- ONDE ne dit pas le nom de l'école : les collèges qui la connaissent le disent (SIECLE, « Établissements »).
CREATE TEMPORARY TABLE aaf_etablissement ON COMMIT DROP AS
SELECT f.uai, f.annee_scolaire, f.jour, n.numero AS e, coalesce(c.nom, f.uai) AS nom, c.code_nature, c.code_postal, c.commune
FROM flux_etablissement f
JOIN ent.structure_numero n ON n.uai = f.uai
LEFT JOIN LATERAL (
    SELECT nullif(concat_ws(' ', nullif(btrim(k.denomination), ''), nullif(btrim(k.complement), '')), '') AS nom, k.code_nature, k.code_postal,
           (SELECT min(v.libelle) FROM referentiel.commune v
            WHERE v.uai = k.uai AND v.annee_scolaire = k.annee_scolaire AND v.code_insee = k.code_commune_insee) AS commune
    FROM referentiel.etablissement_connu k WHERE k.code_uai = f.uai AND k.disparu_le IS NULL
    ORDER BY k.annee_scolaire DESC, k.uai LIMIT 1) c ON true;
CREATE UNIQUE INDEX ON aaf_etablissement (uai);

-- Une classe est reconnue à son identifiant d'ONDE : renommée, elle reste la même. Un « $ » ne passe pas.
CREATE TEMPORARY TABLE aaf_structure ON COMMIT DROP AS
SELECT d.uai, t.e, btrim(d.code_division) AS code, coalesce(nullif(btrim(d.libelle), ''), btrim(d.code_division)) AS libelle
FROM referentiel.division d JOIN aaf_etablissement t USING (uai, annee_scolaire)
WHERE d.source = 'ONDE' AND d.disparu_le IS NULL;
INSERT INTO aaf_ecarte SELECT uai, code, 'classe ' || code, 'AAF_E_CODE' FROM aaf_structure WHERE code LIKE '%$%';
DELETE FROM aaf_structure WHERE code LIKE '%$%';
INSERT INTO aaf_ecarte SELECT uai, code, 'classe ' || code, 'AAF_E_LIBELLE' FROM aaf_structure WHERE libelle LIKE '%$%';
UPDATE aaf_structure SET libelle = replace(libelle, '$', '-') WHERE libelle LIKE '%$%';
CREATE UNIQUE INDEX ON aaf_structure (uai, code);

CREATE TEMPORARY TABLE aaf_eleve ON COMMIT DROP AS
SELECT DISTINCT ON (p.personne_id) p.personne_id, p.uai, p.annee_scolaire, p.cle AS eleve_id, t.e, t.jour
FROM ent.presence p JOIN aaf_etablissement t USING (uai, annee_scolaire)
WHERE p.profil = 'Eleve' AND p.disparu_le IS NULL AND p.date_naissance IS NOT NULL
ORDER BY p.personne_id, p.date_entree DESC NULLS LAST, p.uai;
CREATE UNIQUE INDEX ON aaf_eleve (uai, eleve_id);
INSERT INTO aaf_ecarte
SELECT p.uai, p.cle, 'élève', CASE WHEN p.date_naissance IS NULL THEN 'AAF_E_NAISSANCE' ELSE 'AAF_E_RATTACHEMENT' END
FROM ent.presence p JOIN aaf_etablissement t USING (uai, annee_scolaire)
WHERE p.profil = 'Eleve' AND p.disparu_le IS NULL AND NOT EXISTS (SELECT FROM aaf_eleve e WHERE e.uai = p.uai AND e.eleve_id = p.cle);

CREATE TEMPORARY TABLE aaf_eleve_classe ON COMMIT DROP AS
SELECT e.personne_id, array_agg(concat_ws('$', s.e, '', '', s.code, s.libelle) ORDER BY s.code) AS classes
FROM aaf_eleve e
JOIN referentiel.eleve_division d ON d.uai = e.uai AND d.annee_scolaire = e.annee_scolaire AND d.eleve_id = e.eleve_id AND d.disparu_le IS NULL
JOIN aaf_structure s ON s.uai = e.uai AND s.code = btrim(d.code_division)
GROUP BY e.personne_id;
CREATE UNIQUE INDEX ON aaf_eleve_classe (personne_id);

CREATE TEMPORARY TABLE aaf_responsable ON COMMIT DROP AS
SELECT DISTINCT ON (p.personne_id) p.personne_id, p.uai, p.annee_scolaire, p.cle, p.nom, p.prenom
FROM ent.presence p JOIN aaf_etablissement t USING (uai, annee_scolaire)
WHERE p.profil = 'Responsable' AND p.disparu_le IS NULL AND nullif(btrim(p.prenom), '') IS NOT NULL
ORDER BY p.personne_id, p.uai;
CREATE UNIQUE INDEX ON aaf_responsable (uai, cle);
INSERT INTO aaf_ecarte
SELECT p.uai, p.cle, CASE p.profil WHEN 'Responsable' THEN 'responsable' ELSE 'personnel' END, 'AAF_E_PRENOM'
FROM ent.presence p JOIN aaf_etablissement t USING (uai, annee_scolaire)
WHERE p.profil <> 'Eleve' AND p.disparu_le IS NULL AND nullif(btrim(p.prenom), '') IS NULL;

-- ONDE ne dit ni la parenté ni le niveau : « autre cas », et chacun est repris.
CREATE TEMPORARY TABLE aaf_lien ON COMMIT DROP AS
SELECT e.personne_id, r.personne_id AS responsable_id, coalesce(nullif(btrim(l.lien), ''), '90') AS lien
FROM referentiel.eleve_responsable l
JOIN aaf_eleve e USING (uai, annee_scolaire, eleve_id)
JOIN aaf_responsable r ON r.uai = l.uai AND r.cle = l.personne_id
WHERE l.disparu_le IS NULL;
ANALYZE aaf_eleve, aaf_responsable, aaf_lien;
