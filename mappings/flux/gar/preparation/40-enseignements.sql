-- moment: avant
-- Second degré : les matières des services, pour qui les enseigne et pour qui les suit (les services de sa division et de ses groupes).
CREATE TEMPORARY TABLE gar_service ON COMMIT DROP AS
SELECT DISTINCT s.uai, s.type_structure, g.code, btrim(s.code_matiere) AS matiere, p.personne_id, p.identifiant::text AS identifiant
FROM gar_etab t
JOIN referentiel.service s ON s.uai = t.uai AND s.annee_scolaire = t.annee_scolaire AND s.disparu_le IS NULL
JOIN gar_groupe g ON g.uai = s.uai AND g.type_structure = s.type_structure AND g.code_sts = s.code_structure
LEFT JOIN gar_presence p ON p.uai = s.uai AND p.adulte AND p.cle = s.enseignant_type || ':' || s.enseignant_id
WHERE t.degre = '2D';
ANALYZE gar_service;

-- Et les options de SIECLE, que STS ne dit que pour toute la division ou le groupe.
CREATE TEMPORARY TABLE gar_option ON COMMIT DROP AS
SELECT x.uai, p.identifiant::text AS identifiant, o.code AS matiere
FROM gar_etab t
JOIN referentiel.eleve_option x ON x.uai = t.uai AND x.annee_scolaire = t.annee_scolaire AND x.disparu_le IS NULL
JOIN gar_presence p ON p.uai = x.uai AND NOT p.adulte AND p.cle = x.eleve_id
CROSS JOIN unnest(x.matieres) AS o (code)
WHERE t.degre = '2D';
ANALYZE gar_option;

CREATE TEMPORARY TABLE gar_matiere ON COMMIT DROP AS
SELECT s.uai, s.matiere AS code, m.libelle,
       CASE WHEN s.matiere !~ '^[0-9]{2}[A-Z0-9]{4}$' THEN 'n''est pas un code national de six caractères'
            WHEN m.uai IS NULL THEN 'absente de la nomenclature de l''établissement' END AS motif, s.enseignements
FROM (SELECT uai, matiere, count(*) AS enseignements
      FROM (SELECT uai, matiere FROM gar_service UNION ALL SELECT uai, matiere FROM gar_option) tout GROUP BY uai, matiere) s
LEFT JOIN (SELECT DISTINCT ON (m.uai, m.code_matiere) m.uai, m.code_matiere,
                  coalesce(nullif(btrim(m.libelle), ''), nullif(btrim(m.libelle_edition), ''), nullif(btrim(m.libelle_court), ''), '') AS libelle
           FROM referentiel.matiere m JOIN gar_etab USING (uai, annee_scolaire) WHERE m.disparu_le IS NULL
           ORDER BY m.uai, m.code_matiere, nullif(btrim(m.libelle), '') IS NULL, m.source) m ON m.uai = s.uai AND m.code_matiere = s.matiere;
INSERT INTO gar_ecarte
SELECT uai, NULL, 'matière ' || code, format('%s ; ses enseignements aussi (%s)', motif, enseignements) FROM gar_matiere WHERE motif IS NOT NULL;
DELETE FROM gar_service s USING gar_matiere m WHERE m.motif IS NOT NULL AND m.uai = s.uai AND m.code = s.matiere;
DELETE FROM gar_option o USING gar_matiere m WHERE m.motif IS NOT NULL AND m.uai = o.uai AND m.code = o.matiere;
DELETE FROM gar_matiere WHERE motif IS NOT NULL;

-- Les MEF : celui de l'élève là où il est inscrit, ceux des divisions et des groupes où une personne enseigne.
CREATE TEMPORARY TABLE gar_personne_mef ON COMMIT DROP AS
SELECT uai, identifiant, code_mef AS mef, false AS adulte FROM gar_personne WHERE degre = '2D' AND NOT adulte AND code_mef IS NOT NULL
UNION ALL
SELECT DISTINCT l.uai, l.identifiant, btrim(m), true
FROM gar_lien l JOIN gar_groupe g ON g.uai = l.uai AND g.type_structure = l.type_structure AND g.code = l.code CROSS JOIN unnest(g.mef) AS m
WHERE l.degre = '2D' AND l.adulte AND btrim(m) <> '';

CREATE TEMPORARY TABLE gar_mef ON COMMIT DROP AS
SELECT p.uai, p.mef AS code, m.libelle, m.mefstat,
       CASE WHEN p.mef !~ '^[0-9A-Z]{11}$' THEN 'n''a pas 11 caractères'
            WHEN m.uai IS NULL THEN 'absent de la nomenclature de l''établissement' END AS motif, p.personnes
FROM (SELECT uai, mef, count(*) AS personnes FROM gar_personne_mef GROUP BY uai, mef) p
LEFT JOIN (SELECT DISTINCT ON (m.uai, m.code_mef) m.uai, m.code_mef, nullif(btrim(m.code_mefstat), '') AS mefstat,
                  coalesce(nullif(btrim(m.libelle), ''), nullif(btrim(m.libelle_edition), ''), nullif(btrim(m.formation), ''), '') AS libelle
           FROM referentiel.mef m JOIN gar_etab USING (uai, annee_scolaire) WHERE m.disparu_le IS NULL
           ORDER BY m.uai, m.code_mef, nullif(btrim(m.libelle), '') IS NULL, m.source) m ON m.uai = p.uai AND m.code_mef = p.mef;
INSERT INTO gar_ecarte
SELECT uai, NULL, 'MEF ' || code, format('%s ; ses liens aussi (%s)', motif, personnes) FROM gar_mef WHERE motif IS NOT NULL;
DELETE FROM gar_personne_mef p USING gar_mef m WHERE m.motif IS NOT NULL AND m.uai = p.uai AND m.code = p.mef;
DELETE FROM gar_mef WHERE motif IS NOT NULL;
