-- moment: avant
-- Ce que les fichiers du second degré ont en commun. flux_etablissement donne les établissements du consommateur, l'année en vigueur et le
-- jour de chacun. Ce qui n'est pas donné, ou pas tel quel, est dans aaf_ecarte : le code d'un texte de messages/aaf.yaml.
CREATE TEMPORARY TABLE aaf_ecarte (uai text, identifiant text, objet text, code text) ON COMMIT DROP;

-- L'établissement, selon STS, puis selon SIECLE.
CREATE TEMPORARY TABLE aaf_etablissement ON COMMIT DROP AS
SELECT f.uai, f.annee_scolaire, f.jour, n.numero AS e, s.nature,
       upper(coalesce(nullif(btrim(s.sigle), ''), nullif(btrim(s.denomination), ''), nullif(btrim(c.denomination), ''), 'ETABLISSEMENT')) AS sigle,
       coalesce(nullif(btrim(s.complement), ''), nullif(btrim(c.complement), ''), nullif(btrim(s.denomination), ''),
                nullif(btrim(c.denomination), ''), f.uai) AS nom,
       coalesce(nullif(btrim(s.commune), ''), nullif(btrim(c.commune), ''), '') AS ville,
       coalesce(s.code_postal, c.code_postal) AS code_postal, coalesce(s.adresse, c.adresse) AS adresse,
       coalesce(s.telephone, c.telephone) AS telephone, coalesce(s.courriel, c.courriel) AS courriel,
       CASE WHEN lower(s.statut) LIKE 'pu%' THEN 'PU' WHEN lower(s.statut) LIKE 'pr%' THEN 'PR' END AS contrat
FROM flux_etablissement f
JOIN ent.structure_numero n ON n.uai = f.uai
LEFT JOIN referentiel.etablissement s ON s.uai = f.uai AND s.annee_scolaire = f.annee_scolaire AND s.source = 'STS' AND s.disparu_le IS NULL
LEFT JOIN referentiel.etablissement c ON c.uai = f.uai AND c.annee_scolaire = f.annee_scolaire AND c.source = 'SIECLE' AND c.disparu_le IS NULL;
CREATE UNIQUE INDEX ON aaf_etablissement (uai);
INSERT INTO aaf_ecarte SELECT uai, uai, 'nom de l''établissement', 'AAF_E_LIBELLE' FROM aaf_etablissement WHERE sigle || nom || ville LIKE '%$%';

-- Les formations et les matières de tous les établissements : un code, un libellé.
CREATE TEMPORARY TABLE aaf_mef ON COMMIT DROP AS
SELECT DISTINCT ON (m.code_mef) m.code_mef AS code, m.uai, upper(m.code_mefstat) AS stat,
       coalesce(nullif(btrim(m.formation), ''), nullif(btrim(m.libelle), ''), m.code_mef) AS formation,
       coalesce(nullif(btrim(m.libelle), ''), nullif(btrim(m.formation), ''), m.code_mef) AS libelle
FROM referentiel.mef m JOIN aaf_etablissement t USING (uai, annee_scolaire)
WHERE m.disparu_le IS NULL AND m.code_mef ~ '^[0-9A-Z]{11}$' AND m.code_mefstat ~ '^[0-9A-Za-z]{11}$'
ORDER BY m.code_mef, m.source, m.libelle, m.uai;
CREATE UNIQUE INDEX ON aaf_mef (code);

CREATE TEMPORARY TABLE aaf_matiere ON COMMIT DROP AS
SELECT DISTINCT ON (m.code_matiere) m.code_matiere AS code, m.uai,
       coalesce(nullif(btrim(m.libelle), ''), nullif(btrim(m.libelle_court), ''), m.code_matiere) AS libelle
FROM referentiel.matiere m JOIN aaf_etablissement t USING (uai, annee_scolaire)
WHERE m.disparu_le IS NULL AND m.code_matiere ~ '^[0-9A-Z]{6}$'
ORDER BY m.code_matiere, m.source, m.libelle, m.uai;
CREATE UNIQUE INDEX ON aaf_matiere (code);
INSERT INTO aaf_ecarte SELECT uai, code, 'MEF ' || code, 'AAF_E_LIBELLE' FROM aaf_mef WHERE formation || libelle LIKE '%$%';
INSERT INTO aaf_ecarte SELECT uai, code, 'matière ' || code, 'AAF_E_LIBELLE' FROM aaf_matiere WHERE libelle LIKE '%$%';
UPDATE aaf_mef SET formation = replace(formation, '$', '-'), libelle = replace(libelle, '$', '-') WHERE formation || libelle LIKE '%$%';
UPDATE aaf_matiere SET libelle = replace(libelle, '$', '-') WHERE libelle LIKE '%$%';
ANALYZE aaf_mef, aaf_matiere;

-- Les divisions et les groupes, sous une seule écriture, celle de STS d'abord : « 6a » et « 6A » sont la même classe.
CREATE TEMPORARY TABLE aaf_structure ON COMMIT DROP AS
WITH tout AS (
    SELECT uai, annee_scolaire, 'D' AS type, upper(btrim(code_division)) AS cle, btrim(code_division) AS code, libelle, mef,
           NULL::text[] AS divisions, source
    FROM referentiel.division WHERE disparu_le IS NULL
    UNION ALL
    SELECT uai, annee_scolaire, 'G', upper(btrim(code_groupe)), btrim(code_groupe), libelle, mef, divisions, source
    FROM referentiel.groupe WHERE disparu_le IS NULL
)
SELECT DISTINCT ON (t.uai, s.type, s.cle) t.uai, t.e, s.type, s.cle, s.code, coalesce(nullif(btrim(s.libelle), ''), s.code) AS libelle,
       s.mef, s.divisions
FROM tout s JOIN aaf_etablissement t USING (uai, annee_scolaire)
ORDER BY t.uai, s.type, s.cle, s.source DESC, s.code;
INSERT INTO aaf_ecarte
SELECT uai, code, CASE type WHEN 'D' THEN 'classe ' ELSE 'groupe ' END || code, 'AAF_E_CODE' FROM aaf_structure WHERE code = '' OR code LIKE '%$%';
DELETE FROM aaf_structure WHERE code = '' OR code LIKE '%$%';
INSERT INTO aaf_ecarte
SELECT uai, code, CASE type WHEN 'D' THEN 'classe ' ELSE 'groupe ' END || code, 'AAF_E_LIBELLE' FROM aaf_structure WHERE libelle LIKE '%$%';
UPDATE aaf_structure SET libelle = replace(libelle, '$', '-') WHERE libelle LIKE '%$%';
CREATE UNIQUE INDEX ON aaf_structure (uai, type, cle);
ANALYZE aaf_structure;

-- Les élèves présents. Un élève de deux établissements est donné une fois, dans celui de sa dernière entrée.
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
ANALYZE aaf_eleve;

-- La classe du jour : une seule.
CREATE TEMPORARY TABLE aaf_eleve_classe ON COMMIT DROP AS
SELECT DISTINCT ON (e.personne_id) e.personne_id, s.code, d.date_debut, count(*) OVER (PARTITION BY e.personne_id) AS nombre
FROM aaf_eleve e
JOIN referentiel.eleve_division d ON d.uai = e.uai AND d.annee_scolaire = e.annee_scolaire AND d.eleve_id = e.eleve_id AND d.disparu_le IS NULL
     AND coalesce(d.date_debut, '-infinity') <= e.jour AND coalesce(d.date_fin, 'infinity') >= e.jour
JOIN aaf_structure s ON s.uai = e.uai AND s.type = 'D' AND s.cle = upper(btrim(d.code_division))
ORDER BY e.personne_id, d.date_debut DESC NULLS LAST, s.code;
CREATE UNIQUE INDEX ON aaf_eleve_classe (personne_id);
INSERT INTO aaf_ecarte
SELECT e.uai, e.eleve_id, 'classe de l''élève', 'AAF_E_CLASSES' FROM aaf_eleve_classe c JOIN aaf_eleve e USING (personne_id) WHERE c.nombre > 1;

CREATE TEMPORARY TABLE aaf_eleve_groupe ON COMMIT DROP AS
SELECT e.personne_id, array_agg(DISTINCT e.e || '$' || s.code) AS groupes
FROM aaf_eleve e
JOIN referentiel.lien_eleve_groupe g ON g.uai = e.uai AND g.annee_scolaire = e.annee_scolaire AND g.eleve_id = e.eleve_id AND g.disparu_le IS NULL
     AND coalesce(g.date_debut, '-infinity') <= e.jour AND coalesce(g.date_fin, 'infinity') >= e.jour
JOIN aaf_structure s ON s.uai = e.uai AND s.type = 'G' AND s.cle = upper(btrim(g.code_groupe))
GROUP BY e.personne_id;
CREATE UNIQUE INDEX ON aaf_eleve_groupe (personne_id);

-- Leurs options : deux listes parallèles, libellés et codes. Une valeur n'est jamais dite deux fois : un libellé de deux matières l'est avec son code.
CREATE TEMPORARY TABLE aaf_option ON COMMIT DROP AS
SELECT e.personne_id, e.uai, o.code, o.rang, m.libelle
FROM aaf_eleve e
JOIN referentiel.eleve_option x ON x.uai = e.uai AND x.annee_scolaire = e.annee_scolaire AND x.eleve_id = e.eleve_id AND x.disparu_le IS NULL
CROSS JOIN unnest(x.matieres) WITH ORDINALITY AS o (code, rang)
LEFT JOIN aaf_matiere m ON m.code = o.code;
INSERT INTO aaf_ecarte SELECT DISTINCT uai, code, 'matière ' || code, 'AAF_E_OPTION' FROM aaf_option WHERE libelle IS NULL;
CREATE TEMPORARY TABLE aaf_eleve_option ON COMMIT DROP AS
SELECT personne_id, array_agg(CASE WHEN semblables > 1 THEN libelle || ' (' || code || ')' ELSE libelle END ORDER BY rang) AS libelles,
       array_agg(code ORDER BY rang) AS codes
FROM (SELECT *, count(*) OVER (PARTITION BY personne_id, libelle) AS semblables FROM aaf_option WHERE libelle IS NOT NULL) o
GROUP BY personne_id;
CREATE UNIQUE INDEX ON aaf_eleve_option (personne_id);

-- Ce que les élèves citent et que la structure n'a pas, une fois par code.
INSERT INTO aaf_ecarte
SELECT x.uai, x.code, CASE x.type WHEN 'D' THEN 'classe ' ELSE 'groupe ' END || x.code, 'AAF_E_STRUCTURE'
FROM (SELECT DISTINCT d.uai, 'D' AS type, btrim(d.code_division) AS code
      FROM referentiel.eleve_division d JOIN aaf_etablissement t USING (uai, annee_scolaire) WHERE d.disparu_le IS NULL
      UNION
      SELECT DISTINCT g.uai, 'G', btrim(g.code_groupe)
      FROM referentiel.lien_eleve_groupe g JOIN aaf_etablissement t USING (uai, annee_scolaire) WHERE g.disparu_le IS NULL) x
WHERE NOT EXISTS (SELECT FROM aaf_structure s WHERE s.uai = x.uai AND s.type = x.type AND s.cle = upper(x.code))
  AND NOT EXISTS (SELECT FROM aaf_ecarte a WHERE a.uai = x.uai AND a.code = 'AAF_E_CODE' AND upper(a.identifiant) = upper(x.code));
INSERT INTO aaf_ecarte
SELECT DISTINCT l.uai, l.code_mef, 'MEF ' || l.code_mef, 'AAF_E_MEF'
FROM referentiel.eleve l JOIN aaf_eleve e USING (uai, annee_scolaire, eleve_id)
WHERE nullif(l.code_mef, '') IS NOT NULL AND NOT EXISTS (SELECT FROM aaf_mef m WHERE m.code = l.code_mef);

-- Les responsables : ceux que l'annuaire connaît. 1 : représentant légal, chacun des deux ; 2 : en charge de l'élève.
CREATE TEMPORARY TABLE aaf_responsable ON COMMIT DROP AS
SELECT DISTINCT ON (p.personne_id) p.personne_id, p.uai, p.annee_scolaire, p.cle, p.nom, p.prenom
FROM ent.presence p JOIN aaf_etablissement t USING (uai, annee_scolaire)
WHERE p.profil = 'Responsable' AND p.disparu_le IS NULL AND nullif(btrim(p.prenom), '') IS NOT NULL
ORDER BY p.personne_id, p.uai;
CREATE UNIQUE INDEX ON aaf_responsable (uai, cle);
INSERT INTO aaf_ecarte
SELECT p.uai, p.cle, 'responsable', 'AAF_E_PRENOM'
FROM ent.presence p JOIN aaf_etablissement t USING (uai, annee_scolaire)
WHERE p.profil = 'Responsable' AND p.disparu_le IS NULL AND nullif(btrim(p.prenom), '') IS NULL;
ANALYZE aaf_responsable;

CREATE TEMPORARY TABLE aaf_lien ON COMMIT DROP AS
SELECT e.personne_id, e.uai, e.eleve_id, r.personne_id AS responsable_id, coalesce(nullif(btrim(l.lien), ''), '90') AS lien,
       CASE l.niveau_responsabilite WHEN '1' THEN 1 WHEN '2' THEN 2 ELSE 0 END AS legal
FROM referentiel.eleve_responsable l
JOIN aaf_eleve e USING (uai, annee_scolaire, eleve_id)
JOIN aaf_responsable r ON r.uai = l.uai AND r.cle = l.personne_id
WHERE l.disparu_le IS NULL AND l.niveau_responsabilite IN ('1', '2');
CREATE TEMPORARY TABLE aaf_eleve_responsable ON COMMIT DROP AS
SELECT personne_id, array_agg(concat_ws('$', responsable_id, lien, 0, legal, 0, 0) ORDER BY legal, responsable_id) AS responsables
FROM aaf_lien GROUP BY personne_id;
CREATE UNIQUE INDEX ON aaf_eleve_responsable (personne_id);

-- Les personnes de STS, et ce qu'elles enseignent ce jour : leurs services, et ceux de qui elles remplacent. Qui n'est là que pour une
-- suppléance n'est donné que ses jours.
CREATE TEMPORARY TABLE aaf_suppleance ON COMMIT DROP AS
SELECT s.uai, s.annee_scolaire, s.type, s.enseignant_id, s.remplace_type, s.remplace_id,
       coalesce(s.date_debut, '-infinity') <= t.jour AND coalesce(s.date_fin, 'infinity') >= t.jour AS en_vigueur
FROM referentiel.suppleance s JOIN aaf_etablissement t USING (uai, annee_scolaire) WHERE s.disparu_le IS NULL;

CREATE TEMPORARY TABLE aaf_service ON COMMIT DROP AS
WITH du_jour AS (
    SELECT s.uai, s.annee_scolaire, s.type_structure, s.code_structure, s.code_matiere, s.enseignant_type AS type, s.enseignant_id
    FROM referentiel.service s JOIN aaf_etablissement t USING (uai, annee_scolaire)
    WHERE s.disparu_le IS NULL AND s.enseignant_id <> ''
    UNION
    SELECT s.uai, s.annee_scolaire, s.type_structure, s.code_structure, s.code_matiere, r.type, r.enseignant_id
    FROM aaf_suppleance r
    JOIN referentiel.service s ON s.uai = r.uai AND s.annee_scolaire = r.annee_scolaire AND s.enseignant_type = r.remplace_type
         AND s.enseignant_id = r.remplace_id AND s.disparu_le IS NULL
    WHERE r.en_vigueur
)
SELECT d.uai, d.type || ':' || d.enseignant_id AS cle, s.e, s.type AS type_structure, s.code, s.mef, d.code_matiere, m.libelle AS matiere
FROM du_jour d
JOIN aaf_structure s ON s.uai = d.uai AND s.type = d.type_structure AND s.cle = upper(btrim(d.code_structure))
LEFT JOIN aaf_matiere m ON m.code = d.code_matiere;
INSERT INTO aaf_ecarte SELECT DISTINCT uai, code_matiere, 'matière ' || code_matiere, 'AAF_E_MATIERE' FROM aaf_service WHERE matiere IS NULL;

CREATE TEMPORARY TABLE aaf_principal ON COMMIT DROP AS
SELECT p.uai, p.enseignant_type || ':' || p.enseignant_id AS cle, s.e, s.code
FROM referentiel.professeur_principal p
JOIN aaf_etablissement t USING (uai, annee_scolaire)
JOIN aaf_structure s ON s.uai = p.uai AND s.type = 'D' AND s.cle = upper(btrim(p.code_division))
WHERE p.disparu_le IS NULL AND coalesce(p.date_debut, '-infinity') <= t.jour AND coalesce(p.date_fin, 'infinity') >= t.jour;

CREATE TEMPORARY TABLE aaf_agent ON COMMIT DROP AS
SELECT p.personne_id, p.uai, p.cle, t.e, p.profil = 'Enseignant' AS enseigne, p.nom, p.prenom, p.date_naissance, n.nom_patronymique, n.civilite,
       n.sexe, coalesce(nullif(upper(btrim(n.fonction)), ''), CASE WHEN p.profil = 'Enseignant' THEN 'ENS' ELSE '-' END) AS fonction, n.disciplines,
       nullif(btrim(p.prenom), '') IS NULL AS sans_prenom,
       EXISTS (SELECT FROM aaf_suppleance s WHERE s.uai = n.uai AND s.type = n.type AND s.enseignant_id = n.enseignant_id)
       AND NOT EXISTS (SELECT FROM aaf_suppleance s WHERE s.uai = n.uai AND s.type = n.type AND s.enseignant_id = n.enseignant_id AND s.en_vigueur)
       AND NOT EXISTS (SELECT FROM referentiel.service s WHERE s.uai = n.uai AND s.annee_scolaire = n.annee_scolaire
                       AND s.enseignant_type = n.type AND s.enseignant_id = n.enseignant_id AND s.disparu_le IS NULL) AS suppleance_finie
FROM ent.presence p
JOIN aaf_etablissement t USING (uai, annee_scolaire)
JOIN referentiel.enseignant n ON n.uai = p.uai AND n.annee_scolaire = p.annee_scolaire AND p.cle = n.type || ':' || n.enseignant_id
WHERE p.systeme = 'STS' AND p.profil IN ('Enseignant', 'Personnel') AND p.disparu_le IS NULL;
INSERT INTO aaf_ecarte
SELECT uai, cle, 'personnel', CASE WHEN sans_prenom THEN 'AAF_E_PRENOM' ELSE 'AAF_E_SUPPLEANCE' END FROM aaf_agent WHERE sans_prenom OR suppleance_finie;
DELETE FROM aaf_agent WHERE sans_prenom OR suppleance_finie;
CREATE UNIQUE INDEX ON aaf_agent (uai, cle);
ANALYZE aaf_agent, aaf_service, aaf_principal;
