-- moment: avant
-- Ce que les fichiers ont en commun. roster_demande donne les établissements du consommateur, l'année de chacun, ses dates et le jour.
-- Ce qui n'est pas donné est dans roster_ecarte : le code d'un texte de messages/oneroster.yaml.
CREATE TEMPORARY TABLE roster_ecarte (uai text, identifiant text, objet text, code text) ON COMMIT DROP;

CREATE TEMPORARY TABLE roster_ecole ON COMMIT DROP AS
SELECT d.*, s.nom, 'as-' || d.libelle AS session FROM roster_demande d JOIN ent.v_structure s USING (uai, annee_scolaire) WHERE s.disparu_le IS NULL;
CREATE UNIQUE INDEX ON roster_ecole (uai);

-- Les personnes, une fois chacune ; leur établissement principal est le leur s'il est du consommateur.
CREATE TEMPORARY TABLE roster_presence ON COMMIT DROP AS
SELECT p.personne_id, p.uai, p.annee_scolaire, p.profil, p.systeme, p.cle, p.nom, btrim(p.prenom) AS prenom, p.date_naissance, p.ine, p.date_entree
FROM ent.presence p JOIN roster_ecole e USING (uai, annee_scolaire)
WHERE p.disparu_le IS NULL AND btrim(coalesce(p.prenom, '')) <> '';
CREATE INDEX ON roster_presence (uai, systeme, cle);
CREATE INDEX ON roster_presence (personne_id);
INSERT INTO roster_ecarte
SELECT p.uai, p.cle, lower(p.profil), 'ONEROSTER_E_PRENOM'
FROM ent.presence p JOIN roster_ecole e USING (uai, annee_scolaire) WHERE p.disparu_le IS NULL AND btrim(coalesce(p.prenom, '')) = '';
CREATE TEMPORARY TABLE roster_personne ON COMMIT DROP AS
SELECT DISTINCT ON (personne_id) * FROM roster_presence ORDER BY personne_id, date_entree DESC NULLS LAST, uai, cle;
CREATE UNIQUE INDEX ON roster_personne (personne_id);
ANALYZE roster_presence, roster_personne;

-- Une classe est une division, ou une matière enseignée à une division ou à un groupe.
CREATE TEMPORARY TABLE roster_cours ON COMMIT DROP AS
WITH matiere AS (
    SELECT DISTINCT ON (m.uai, m.code_matiere) m.uai, m.code_matiere, coalesce(nullif(btrim(m.libelle), ''), nullif(btrim(m.libelle_court), '')) AS libelle
    FROM referentiel.matiere m JOIN roster_ecole e USING (uai, annee_scolaire) WHERE m.disparu_le IS NULL
    ORDER BY m.uai, m.code_matiere, m.source
)
SELECT DISTINCT s.uai, s.annee_scolaire, s.type_structure AS type, s.code_structure AS code, s.code_matiere AS matiere, coalesce(m.libelle, s.code_matiere) AS libelle
FROM referentiel.service s
JOIN roster_ecole e USING (uai, annee_scolaire)
LEFT JOIN matiere m ON m.uai = s.uai AND m.code_matiere = s.code_matiere
WHERE s.disparu_le IS NULL;

CREATE TEMPORARY TABLE roster_classe ON COMMIT DROP AS
SELECT DISTINCT ON (id) * FROM (
    SELECT format('cls-%s-%s', g.uai, g.code) AS id, g.uai, g.annee_scolaire, g.type_structure AS type, g.code, g.libelle AS titre, NULL AS matiere, NULL AS libelle
    FROM ent.groupe g JOIN roster_ecole e USING (uai, annee_scolaire)
    WHERE g.profil = '' AND g.type_structure = 'D' AND g.disparu_le IS NULL
    UNION ALL
    SELECT format('cls-%s-%s-%s', c.uai, c.code, c.matiere), c.uai, c.annee_scolaire, c.type, c.code, g.libelle || ' ' || c.libelle, c.matiere, c.libelle
    FROM roster_cours c
    JOIN ent.groupe g ON g.uai = c.uai AND g.annee_scolaire = c.annee_scolaire AND g.type_structure = c.type AND g.code = c.code AND g.profil = ''
        AND g.disparu_le IS NULL) x
ORDER BY id, type;
CREATE INDEX ON roster_classe (uai, type, code);
INSERT INTO roster_ecarte
SELECT g.uai, g.code, 'groupe', 'ONEROSTER_E_SANS_COURS'
FROM ent.groupe g JOIN roster_ecole e USING (uai, annee_scolaire)
WHERE g.profil = '' AND g.type_structure = 'G' AND g.disparu_le IS NULL
  AND NOT EXISTS (SELECT FROM roster_classe c WHERE c.uai = g.uai AND c.type = 'G' AND c.code = g.code);
ANALYZE roster_classe, roster_cours
