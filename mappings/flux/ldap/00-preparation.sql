-- moment: avant
-- Ce que les entrées ont en commun (ent-directory.md, A). ldap_demande donne les établissements confiés au consommateur, l'année en vigueur et
-- le jour de chacun ; ldap_reglage (une ligne) la source des jointures, les branches et le premier jeton (dn, uai ou aaf).
-- Ce qui n'est pas donné est dans ldap_ecarte : le code d'un texte de messages/ldap.yaml.
CREATE TEMPORARY TABLE ldap_ecarte (uai text, identifiant text, objet text, code text) ON COMMIT DROP;

-- Sans numéro SIRET dans les exports, l'UAI tient sa place (A.1).
CREATE TEMPORARY TABLE ldap_ecole ON COMMIT DROP AS
SELECT d.uai, d.annee_scolaire, d.jour, s.nom, s.code_postal, s.commune, r.source || '$' || n.numero AS jointure,
       format('ENTStructureSIREN=%s,%s', d.uai, r.structures) AS dn,
       CASE r.jeton WHEN 'uai' THEN d.uai WHEN 'aaf' THEN n.numero::text ELSE format('ENTStructureSIREN=%s,%s', d.uai, r.structures) END || '$' AS jeton
FROM ldap_demande d
JOIN ent.structure s USING (uai, annee_scolaire)
JOIN ent.structure_numero n USING (uai)
CROSS JOIN ldap_reglage r
WHERE s.disparu_le IS NULL;
CREATE UNIQUE INDEX ON ldap_ecole (uai);
INSERT INTO ldap_ecarte
SELECT uai, uai, 'établissement', 'LDAP_E_ETABLISSEMENT' FROM ldap_demande WHERE uai NOT IN (SELECT uai FROM ldap_ecole);

-- Classes et groupes : « 6a » et « 6A » sont le même nom dans un annuaire. Un « $ » ne passe pas dans un code.
CREATE TEMPORARY TABLE ldap_structure ON COMMIT DROP AS
SELECT g.uai, g.annee_scolaire, g.type_structure AS type, upper(btrim(g.code)) AS cle, min(btrim(g.code)) AS code,
       replace(min(g.libelle), '$', '-') AS libelle
FROM ent.groupe g JOIN ldap_ecole e USING (uai, annee_scolaire)
WHERE g.profil = '' AND g.disparu_le IS NULL AND btrim(g.code) <> ''
GROUP BY g.uai, g.annee_scolaire, g.type_structure, upper(btrim(g.code));
INSERT INTO ldap_ecarte
SELECT uai, code, CASE type WHEN 'D' THEN 'classe ' ELSE 'groupe ' END || code, 'LDAP_E_CODE' FROM ldap_structure WHERE code LIKE '%$%';
DELETE FROM ldap_structure WHERE code LIKE '%$%';
CREATE UNIQUE INDEX ON ldap_structure (uai, type, cle);

CREATE TEMPORARY TABLE ldap_membre ON COMMIT DROP AS
SELECT DISTINCT g.uai, g.type_structure AS type, upper(btrim(g.code)) AS cle, g.profil, m.personne_id
FROM ent.groupe g
JOIN ldap_ecole e USING (uai, annee_scolaire)
JOIN ent.membre m USING (groupe_id)
WHERE g.profil <> '' AND g.disparu_le IS NULL AND m.disparu_le IS NULL;
ANALYZE ldap_ecole, ldap_structure, ldap_membre;

-- Les personnes des établissements confiés, et d'eux seuls. L'uid vient du numéro de la personne : il ne change jamais.
CREATE TEMPORARY TABLE ldap_presence ON COMMIT DROP AS
SELECT p.personne_id, p.uai, p.annee_scolaire, p.systeme, p.cle, p.profil, btrim(p.nom) AS nom, nullif(btrim(p.prenom), '') AS prenom,
       p.date_naissance, p.ine, p.date_entree, e.dn AS etablissement, e.jeton, e.jour, u.uid, format('uid=%s,%s', u.uid, r.personnes) AS dn
FROM ent.presence p
JOIN ldap_ecole e USING (uai, annee_scolaire)
CROSS JOIN ldap_reglage r
CROSS JOIN LATERAL (SELECT CASE p.systeme WHEN 'SIECLE_ELEVE' THEN 'e' WHEN 'SIECLE_RESPONSABLE' THEN 'r' ELSE 'p' END || p.personne_id AS uid) u
WHERE p.disparu_le IS NULL;
INSERT INTO ldap_ecarte SELECT uai, cle, lower(profil), 'LDAP_E_NOM' FROM ldap_presence WHERE nom = '';
DELETE FROM ldap_presence WHERE nom = '';
CREATE INDEX ON ldap_presence (personne_id);
CREATE INDEX ON ldap_presence (uai, systeme, cle);
ANALYZE ldap_presence;

-- Qui est dans l'annuaire ENT et ne peut pas être une entrée aujourd'hui (sans classe, absent d'un export) garde celle qu'il a.
CREATE TEMPORARY TABLE ldap_attente ON COMMIT DROP AS
SELECT DISTINCT r.source || '$' || p.personne_id AS cle FROM ldap_presence p CROSS JOIN ldap_reglage r;
CREATE UNIQUE INDEX ON ldap_attente (cle);

-- L'élève : sans classe ou sans formation, il ne peut pas être un ENTEleve (A.2) et attend. ONDE n'a pas de MEF : le niveau en tient lieu.
CREATE TEMPORARY TABLE ldap_eleve ON COMMIT DROP AS
WITH mef AS (
    SELECT DISTINCT ON (m.uai, m.code_mef) m.uai, m.code_mef, coalesce(nullif(btrim(m.formation), ''), nullif(btrim(m.libelle), ''), m.code_mef) AS libelle
    FROM referentiel.mef m JOIN ldap_ecole e USING (uai, annee_scolaire) WHERE m.disparu_le IS NULL
    ORDER BY m.uai, m.code_mef, m.source, m.libelle
), classe AS (
    SELECT m.personne_id, array_agg(e.jeton || s.code) AS classes
    FROM ldap_membre m JOIN ldap_structure s USING (uai, type, cle) JOIN ldap_ecole e USING (uai)
    WHERE m.profil = 'Eleve' AND m.type = 'D' GROUP BY m.personne_id
), groupe AS (
    SELECT m.personne_id, array_agg(e.jeton || s.code) AS groupes
    FROM ldap_membre m JOIN ldap_structure s USING (uai, type, cle) JOIN ldap_ecole e USING (uai)
    WHERE m.profil = 'Eleve' AND m.type = 'G' GROUP BY m.personne_id
)
SELECT DISTINCT ON (p.personne_id) p.*, l.nom_de_famille, l.sexe, l.courriel, l.code_regime, l.code_statut, c.classes, g.groupes,
       array_remove(ARRAY[nullif(btrim(l.prenom2), ''), nullif(btrim(l.prenom3), '')], NULL) AS autres_prenoms,
       coalesce(nullif(btrim(l.code_mef), ''), nullif(btrim(l.niveau), '')) AS mef,
       coalesce(m.libelle, nullif(btrim(l.niveau), ''), nullif(btrim(l.code_mef), '')) AS formation
FROM ldap_presence p
JOIN referentiel.eleve l ON l.uai = p.uai AND l.annee_scolaire = p.annee_scolaire AND l.eleve_id = p.cle
LEFT JOIN mef m ON m.uai = p.uai AND m.code_mef = l.code_mef
LEFT JOIN classe c ON c.personne_id = p.personne_id
LEFT JOIN groupe g ON g.personne_id = p.personne_id
WHERE p.profil = 'Eleve'
ORDER BY p.personne_id, p.date_entree DESC NULLS LAST, p.uai;
INSERT INTO ldap_ecarte
SELECT uai, cle, 'élève', CASE WHEN classes IS NULL THEN 'LDAP_E_CLASSE' ELSE 'LDAP_E_MEF' END FROM ldap_eleve WHERE classes IS NULL OR mef IS NULL;
DELETE FROM ldap_eleve WHERE classes IS NULL OR mef IS NULL;
CREATE UNIQUE INDEX ON ldap_eleve (personne_id);
ANALYZE ldap_eleve;

-- Les liens, dans les deux sens. ONDE ne dit ni la parenté ni le niveau.
CREATE TEMPORARY TABLE ldap_lien ON COMMIT DROP AS
SELECT DISTINCT ON (e.personne_id, r.personne_id) e.personne_id AS eleve_id, e.dn AS eleve, r.personne_id AS responsable_id, r.dn AS responsable, r.uai,
       concat_ws('$', r.dn, coalesce(nullif(btrim(l.lien), ''), '90'), 0,
                 CASE l.niveau_responsabilite WHEN '1' THEN 1 WHEN '2' THEN 2 ELSE 0 END, 0, 0) AS jetons
FROM referentiel.eleve_responsable l
JOIN ldap_presence p ON p.uai = l.uai AND p.annee_scolaire = l.annee_scolaire AND p.systeme = 'SIECLE_ELEVE' AND p.cle = l.eleve_id
JOIN ldap_eleve e ON e.personne_id = p.personne_id
JOIN ldap_presence r ON r.uai = l.uai AND r.annee_scolaire = l.annee_scolaire AND r.systeme = 'SIECLE_RESPONSABLE' AND r.cle = l.personne_id
WHERE l.disparu_le IS NULL AND (l.niveau_responsabilite IN ('1', '2') OR l.source = 'ONDE')
ORDER BY e.personne_id, r.personne_id, l.niveau_responsabilite, l.uai;
CREATE INDEX ON ldap_lien (eleve_id);
CREATE INDEX ON ldap_lien (responsable_id);

CREATE TEMPORARY TABLE ldap_responsable ON COMMIT DROP AS
SELECT DISTINCT ON (p.personne_id) p.*, r.nom_de_famille, r.civilite, r.courriel, r.telephone, r.portable
FROM ldap_presence p
JOIN referentiel.responsable r ON r.uai = p.uai AND r.annee_scolaire = p.annee_scolaire AND r.personne_id = p.cle
WHERE p.profil = 'Responsable'
ORDER BY p.personne_id, p.uai;
INSERT INTO ldap_ecarte
SELECT uai, cle, 'responsable', 'LDAP_E_SANS_ELEVE' FROM ldap_responsable WHERE personne_id NOT IN (SELECT responsable_id FROM ldap_lien);
DELETE FROM ldap_responsable WHERE personne_id NOT IN (SELECT responsable_id FROM ldap_lien);

-- Les personnels, une fois chacun, avec ce qu'ils sont et font dans chaque établissement. Profils : gar.md, 4.
CREATE TEMPORARY TABLE ldap_fonction (code text PRIMARY KEY, profil text, libelle text) ON COMMIT DROP;
INSERT INTO ldap_fonction
SELECT code, 'National_' || profil, coalesce(l.libelle, code)
FROM (SELECT unnest(string_to_array(codes, ' ')) AS code, profil
      FROM (VALUES ('ENS BED EAP FCA FCP FIJ IS ISES PPA RH1D RPL UPI', 'ENS'), ('DOC', 'DOC'), ('DIR DEC DECPR DSES', 'DIR'), ('EDU AED ADE AES SUR', 'EVS'),
                   ('ADA ADF ADM ALB ASE ASH CFC CPD CTR LAB MDS ORI OUV PSY TEC', 'ETA'), ('COLTER', 'COL'), ('INS INJ', 'ACA')) AS t (codes, profil)) f
LEFT JOIN (VALUES ('ENS', 'ENSEIGNEMENT'), ('DIR', 'DIRECTION'), ('DOC', 'DOCUMENTATION'), ('EDU', 'EDUCATION'), ('ORI', 'ORIENTATION'),
                  ('AED', 'ASSISTANCE EDUCATIVE'), ('CFC', 'FORMATION CONTINUE'), ('ADF', 'ADJOINT DE DIRECTION')) AS l (code, libelle) USING (code);

CREATE TEMPORARY TABLE ldap_personnel ON COMMIT DROP AS
SELECT p.*, p.profil = 'Enseignant' AS enseigne, n.nom_patronymique, n.disciplines, n.type, n.enseignant_id,
       CASE WHEN n.sexe IN ('M', 'F') THEN n.sexe WHEN n.civilite IN ('2', '3') OR n.civilite ~* '^M(me|lle)' THEN 'F'
            WHEN n.civilite = '1' OR n.civilite ~* '^M' THEN 'M' END AS sexe,
       coalesce(nullif(replace(upper(btrim(n.fonction)), '$', '-'), ''), CASE WHEN p.profil = 'Enseignant' THEN 'ENS' ELSE '-' END) AS fonction
FROM ldap_presence p
LEFT JOIN referentiel.enseignant n ON n.uai = p.uai AND n.annee_scolaire = p.annee_scolaire AND p.cle = n.type || ':' || n.enseignant_id
WHERE p.systeme = 'STS';
CREATE INDEX ON ldap_personnel (personne_id);

CREATE TEMPORARY TABLE ldap_service ON COMMIT DROP AS
SELECT p.personne_id, p.jeton, t.type, t.code, s.code_matiere,
       (SELECT replace(coalesce(nullif(btrim(m.libelle), ''), nullif(btrim(m.libelle_court), '')), '$', '-') FROM referentiel.matiere m
        WHERE m.uai = s.uai AND m.annee_scolaire = s.annee_scolaire AND m.code_matiere = s.code_matiere AND m.disparu_le IS NULL
        ORDER BY m.source LIMIT 1) AS matiere
FROM ldap_personnel p
JOIN referentiel.service s ON s.uai = p.uai AND s.annee_scolaire = p.annee_scolaire AND s.enseignant_type = p.type AND s.enseignant_id = p.enseignant_id
    AND s.disparu_le IS NULL
JOIN ldap_structure t ON t.uai = s.uai AND t.type = s.type_structure AND t.cle = upper(btrim(s.code_structure));

-- Toutes les personnes écrites, et leurs établissements.
CREATE TEMPORARY TABLE ldap_personne ON COMMIT DROP AS
SELECT p.personne_id, min(p.dn) AS dn, array_agg(DISTINCT p.uai ORDER BY p.uai) AS uais
FROM ldap_presence p
WHERE p.personne_id IN (SELECT personne_id FROM ldap_eleve UNION ALL SELECT personne_id FROM ldap_responsable UNION ALL SELECT personne_id FROM ldap_personnel)
GROUP BY p.personne_id;
CREATE UNIQUE INDEX ON ldap_personne (personne_id);
ANALYZE ldap_lien, ldap_responsable, ldap_personnel, ldap_service, ldap_personne;

-- Une classe ou un groupe : lui-même (élèves et enseignants), puis ses trois groupes de profil. Un groupe vide ne peut pas exister (A.4) : il est dit.
CREATE TEMPORARY TABLE ldap_groupe ON COMMIT DROP AS
WITH famille (profil, fin, debut) AS (
    VALUES ('', '', ''), ('Eleve', ':eleves', 'Élèves du groupe '), ('Responsable', ':parents', 'Parents du groupe '),
           ('Enseignant', ':enseignants', 'Enseignants du groupe ')
)
SELECT s.uai, s.type, s.code, f.profil, format('%s:%s:%s%s', s.uai, CASE s.type WHEN 'D' THEN 'classe' ELSE 'groupe' END, s.code, f.fin) AS cn,
       f.debut || s.libelle AS libelle, m.membres
FROM ldap_structure s
CROSS JOIN famille f
LEFT JOIN LATERAL (SELECT array_agg(DISTINCT p.dn) AS membres FROM ldap_membre m JOIN ldap_personne p USING (personne_id)
                   WHERE m.uai = s.uai AND m.type = s.type AND m.cle = s.cle
                     AND m.profil = ANY (CASE f.profil WHEN '' THEN ARRAY['Eleve', 'Enseignant'] ELSE ARRAY[f.profil] END)) m ON true;
INSERT INTO ldap_ecarte
SELECT uai, code, CASE type WHEN 'D' THEN 'classe ' ELSE 'groupe ' END || code || CASE profil WHEN '' THEN '' ELSE ', ' || lower(profil) || 's' END,
       'LDAP_E_GROUPE_VIDE' FROM ldap_groupe WHERE membres IS NULL;
DELETE FROM ldap_groupe WHERE membres IS NULL
