-- Synchronisations as long operations: who holds a run, how far it is, what it did.
ALTER TABLE lsu.sync_execution
    ADD COLUMN porteur        text,
    ADD COLUMN bail_expire_le timestamptz,
    ADD COLUMN jeton          bigint  NOT NULL DEFAULT 0,
    ADD COLUMN tentatives     integer NOT NULL DEFAULT 0,
    ADD COLUMN compteurs      jsonb   NOT NULL DEFAULT '{}';
COMMENT ON COLUMN lsu.sync_execution.jeton IS 'Ne fait que croître : un porteur dépassé ne peut plus valider';
COMMENT ON COLUMN lsu.sync_execution.compteurs IS 'Ce qui a changé, par sorte d''objet';
CREATE INDEX sync_execution_par_etablissement ON lsu.sync_execution (uai, id);

ALTER TABLE lsu.sync_classe ADD COLUMN rang integer NOT NULL;
COMMENT ON COLUMN lsu.sync_classe.rang IS 'Place de la classe dans l''ordre affiché';

-- Done again after a crash, a step says nothing twice.
ALTER TABLE lsu.sync_message ADD COLUMN enseignant_id bigint REFERENCES lsu.enseignant;
CREATE UNIQUE INDEX sync_message_une_fois
    ON lsu.sync_message (sync_id, code, texte, coalesce(eleve_id, 0), coalesce(classe_id, 0), coalesce(enseignant_id, 0));

CREATE TABLE lsu.sync_bilan (
    sync_id  bigint NOT NULL REFERENCES lsu.sync_execution,
    bilan_id bigint NOT NULL REFERENCES lsu.bilan_periodique,
    uai text NOT NULL, annee_scolaire integer NOT NULL, numero_depot bigint, disparu_le timestamptz,
    PRIMARY KEY (sync_id, bilan_id)
);
COMMENT ON TABLE lsu.sync_bilan IS 'Bilans verrouillés à déverrouiller, synchroniser et verrouiller de nouveau (R37)';

-- What a run has still to do for the élèves: those who changed, and those who were not found. An unchanged élève has no row.
CREATE UNLOGGED TABLE lsu.sync_eleve (
    sync_id        bigint  NOT NULL,
    rang           integer NOT NULL,
    eleve_id       bigint  NOT NULL,
    statut         text    NOT NULL CHECK (statut IN ('MODIFIE', 'LIE', 'ABSENT')),
    source_id      text,
    nom            text,
    nom_usage      text,
    prenom         text,
    prenoms        text,
    date_naissance date,
    sexe           text,
    ine            text,
    courriel       text,
    responsables   jsonb,
    empreinte      text,
    numero_depot   bigint,
    PRIMARY KEY (sync_id, rang)
);
COMMENT ON TABLE lsu.sync_eleve IS 'Travail restant d''une synchronisation en cours, vidé à sa fin';

ALTER TABLE lsu.eleve_version ADD COLUMN prenom text;
COMMENT ON COLUMN lsu.eleve_version.prenom IS 'Premier prénom, celui des messages';
COMMENT ON COLUMN lsu.sync_execution.etat IS 'EN_COURS, TERMINEE, ECHEC (la source ou le hub a manqué) ou REFUSEE (R4)';

-- Set by a call of the API, periods come from no deposit; their dates may be exchanged in one statement.
ALTER TABLE lsu.periodicite ALTER COLUMN numero_depot DROP NOT NULL;
ALTER TABLE lsu.periode ALTER COLUMN numero_depot DROP NOT NULL;
ALTER TABLE lsu.periode DROP CONSTRAINT periode_sans_chevauchement;
ALTER TABLE lsu.periode ADD CONSTRAINT periode_sans_chevauchement
    EXCLUDE USING gist (periodicite_id WITH =, daterange(date_debut, date_fin, '[]') WITH &&) DEFERRABLE;

-- One number is one bilan, whether of a period or of a cycle.
CREATE SEQUENCE lsu.bilan_numero;
COMMENT ON SEQUENCE lsu.bilan_numero IS 'Numéros des bilans, périodiques et de fin de cycle';
ALTER TABLE lsu.bilan_periodique ALTER COLUMN id DROP IDENTITY;
ALTER TABLE lsu.bilan_periodique ALTER COLUMN id SET DEFAULT nextval('lsu.bilan_numero');
ALTER TABLE lsu.bilan_cycle ALTER COLUMN id DROP IDENTITY;
ALTER TABLE lsu.bilan_cycle ALTER COLUMN id SET DEFAULT nextval('lsu.bilan_numero');

-- A value as it is compared and kept: NFC, no outer spaces, an empty one is none (R20).
CREATE FUNCTION lsu.net(texte text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN nullif(btrim(normalize(texte, NFC)), '');
COMMENT ON FUNCTION lsu.net(text) IS 'Valeur comparée et gardée : NFC, sans espaces autour, vide = absente (R20)';

-- STS has more kinds of teachers than LSU.
CREATE FUNCTION lsu.type_enseignant(type text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN type IN ('epp', 'local', 'dir') THEN type ELSE 'autre' END;
COMMENT ON FUNCTION lsu.type_enseignant(text) IS 'Type d''un enseignant de STS dans les mots du LSU';

-- What the référentiel says of an élève, in the words of the LSU: one shape for arrivals and for synchronisations.
CREATE VIEW lsu.source_famille AS
    SELECT l.uai, l.annee_scolaire, l.eleve_id,
           jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                         'civilite', r.civilite, 'nom', coalesce(nullif(r.nom_usage, ''), r.nom_de_famille), 'prenom', r.prenom,
                         'rang', l.niveau_responsabilite, 'lien', nullif(l.lien, ''), 'courriel', r.courriel,
                         'telephone', coalesce(nullif(r.portable, ''), r.telephone)))
                     ORDER BY l.niveau_responsabilite, l.personne_id) AS responsables
    FROM referentiel.eleve_responsable l
    JOIN referentiel.responsable r ON r.uai = l.uai AND r.annee_scolaire = l.annee_scolaire AND r.personne_id = l.personne_id
        AND r.disparu_le IS NULL
    WHERE l.disparu_le IS NULL
    GROUP BY l.uai, l.annee_scolaire, l.eleve_id;
COMMENT ON VIEW lsu.source_famille IS 'Responsables de chaque élève selon sa base, dans la forme de eleve_version.responsables';

CREATE VIEW lsu.source_eleve AS
    SELECT e.uai, e.annee_scolaire, e.eleve_id, e.source = 'ONDE' AS ecole, lsu.net(e.nom_de_famille) AS nom, lsu.net(e.nom_usage) AS nom_usage,
           lsu.net(e.prenom) AS prenom,
           concat_ws(' ', lsu.net(e.prenom), lsu.net(e.prenom2), lsu.net(e.prenom3)) AS prenoms,
           e.date_naissance, e.sexe, lsu.net(e.ine) AS ine, lsu.net(e.courriel) AS courriel, coalesce(f.responsables, '[]') AS responsables,
           e.numero_depot
    FROM referentiel.eleve e
    LEFT JOIN lsu.source_famille f ON f.uai = e.uai AND f.annee_scolaire = e.annee_scolaire AND f.eleve_id = e.eleve_id
    WHERE e.disparu_le IS NULL;
COMMENT ON VIEW lsu.source_eleve IS 'Élèves présents de SIECLE (2D) et d''ONDE (1D), avec les champs du LSU';

-- A service of the LSU is a discipline in a structure. The kind of lesson (CG, TD…) is STS's; the modality of the LSU is that of
-- an option, S when STS gives none. Teachers who have not arrived yet are left out.
CREATE VIEW lsu.source_service AS
    SELECT s.uai, s.annee_scolaire, s.type_structure, s.code_structure, s.code_matiere,
           CASE WHEN s.code_modalite IN ('S', 'O', 'F', 'L', 'R', 'X', 'D') THEN s.code_modalite ELSE 'S' END AS modalite,
           coalesce(array_agg(DISTINCT n.id ORDER BY n.id) FILTER (WHERE n.id IS NOT NULL), '{}') AS enseignants,
           max(s.numero_depot) AS numero_depot
    FROM referentiel.service s
    LEFT JOIN lsu.enseignant n ON n.uai = s.uai AND n.annee_scolaire = s.annee_scolaire AND n.id_sts = s.enseignant_id
        AND n.type = lsu.type_enseignant(s.enseignant_type)
    WHERE s.disparu_le IS NULL
    GROUP BY 1, 2, 3, 4, 5, 6;
COMMENT ON VIEW lsu.source_service IS 'Services de la réplique (STS reçu par la passerelle), avec leurs enseignants du LSU';

-- The structures of a run: its divisions and the groups their élèves attend.
CREATE VIEW lsu.sync_structure AS
    SELECT s.sync_id, s.uai, s.annee_scolaire, 'D' AS type, c.code
    FROM lsu.sync_classe s JOIN lsu.classe c ON c.uai = s.uai AND c.annee_scolaire = s.annee_scolaire AND c.id = s.classe_id
    WHERE c.code IS NOT NULL
    UNION
    SELECT s.sync_id, s.uai, s.annee_scolaire, 'G', l.code_groupe
    FROM lsu.sync_classe s
    JOIN lsu.eleve e ON e.uai = s.uai AND e.annee_scolaire = s.annee_scolaire AND e.classe_id = s.classe_id
    JOIN referentiel.lien_eleve_groupe l ON l.uai = e.uai AND l.annee_scolaire = e.annee_scolaire AND l.eleve_id = e.id_be
        AND l.disparu_le IS NULL;
COMMENT ON VIEW lsu.sync_structure IS 'Divisions choisies et groupes de leurs élèves';

-- The teachers whom the first step updates: linked, by an acquis or as main teacher, to configured periods of the classes (R44, R45).
CREATE VIEW lsu.sync_enseignant AS
    SELECT s.sync_id, s.uai, s.annee_scolaire, a.enseignant_id
    FROM lsu.sync_classe s
    JOIN lsu.classe c ON c.uai = s.uai AND c.annee_scolaire = s.annee_scolaire AND c.id = s.classe_id AND c.periodicite_id IS NOT NULL
    JOIN lsu.bilan_periodique b ON b.uai = s.uai AND b.annee_scolaire = s.annee_scolaire AND b.classe_id = c.id
    JOIN lsu.bilan_acquis_enseignant a ON a.uai = s.uai AND a.annee_scolaire = s.annee_scolaire AND a.bilan_id = b.id
    UNION
    SELECT s.sync_id, s.uai, s.annee_scolaire, p.enseignant_id
    FROM lsu.sync_classe s
    JOIN lsu.classe c ON c.uai = s.uai AND c.annee_scolaire = s.annee_scolaire AND c.id = s.classe_id AND c.periodicite_id IS NOT NULL
    JOIN lsu.bilan_periodique b ON b.uai = s.uai AND b.annee_scolaire = s.annee_scolaire AND b.classe_id = c.id
    JOIN lsu.bilan_prof_principal p ON p.uai = s.uai AND p.annee_scolaire = s.annee_scolaire AND p.bilan_id = b.id
    UNION
    SELECT s.sync_id, s.uai, s.annee_scolaire, p.enseignant_id
    FROM lsu.sync_classe s
    JOIN lsu.classe c ON c.uai = s.uai AND c.annee_scolaire = s.annee_scolaire AND c.id = s.classe_id AND c.periodicite_id IS NOT NULL
    JOIN lsu.division_prof_principal p ON p.uai = s.uai AND p.annee_scolaire = s.annee_scolaire AND p.classe_id = c.id AND p.disparu_le IS NULL;
COMMENT ON VIEW lsu.sync_enseignant IS 'Enseignants liés à des périodes paramétrées des classes choisies';

-- The bilans that a synchronisation may change: unlocked, entered directly, of the chosen classes (R36, R46, R50).
CREATE VIEW lsu.sync_bilan_ouvert AS
    SELECT s.sync_id, b.id, b.eleve_id, b.classe_id, b.periode_id, b.uai, b.annee_scolaire
    FROM lsu.sync_classe s
    JOIN lsu.bilan_periodique b ON b.uai = s.uai AND b.annee_scolaire = s.annee_scolaire AND b.classe_id = s.classe_id
    WHERE b.etat = 'DEVERROUILLE' AND b.mode = 'SAISIE_DIRECTE';
COMMENT ON VIEW lsu.sync_bilan_ouvert IS 'Bilans qu''une synchronisation peut changer : déverrouillés et saisis directement';

-- A run reads a school whole: each table is found by school.
CREATE INDEX eleve_version_par_etablissement ON lsu.eleve_version (uai, annee_scolaire);
CREATE INDEX service_par_etablissement ON lsu.service (uai, annee_scolaire);
CREATE INDEX service_enseignant_par_etablissement ON lsu.service_enseignant (uai, annee_scolaire);
CREATE INDEX discipline_par_etablissement ON lsu.discipline (uai, annee_scolaire);
CREATE INDEX dispositif_par_etablissement ON lsu.dispositif_eleve (uai, annee_scolaire);
CREATE INDEX bilan_acquis_par_etablissement ON lsu.bilan_acquis (uai, annee_scolaire);
CREATE INDEX bilan_acquis_enseignant_par_etablissement ON lsu.bilan_acquis_enseignant (uai, annee_scolaire);
CREATE INDEX bilan_prof_principal_par_etablissement ON lsu.bilan_prof_principal (uai, annee_scolaire);
CREATE INDEX bilan_dispositif_par_etablissement ON lsu.bilan_dispositif (uai, annee_scolaire);
CREATE INDEX bilan_cycle_par_etablissement ON lsu.bilan_cycle (uai, annee_scolaire);

-- How the column « Dispositif(s) » of ONDE is read. Its form is not published: items between commas, semicolons or bars, each a
-- name and the dates written after it, if any. One date is a start, or an end after « au »; a date that is not written is not guessed.
CREATE FUNCTION lsu.lire_dispositifs(texte text)
    RETURNS TABLE (libelle text, code text, date_debut date, date_fin date) LANGUAGE sql STABLE AS $$
    WITH item AS (
        SELECT btrim(i) AS mot FROM regexp_split_to_table(coalesce(texte, ''), '[,;|\n]+') AS i WHERE btrim(i) <> ''
    ), lu AS (
        SELECT mot,
               btrim(regexp_replace(mot, '[\s(:–-]*\m(du|depuis|depuis le|à partir du|au|jusqu''au)?[\s:]*\d{1,4}[-/]\d{1,2}[-/]\d{1,4}.*$', '', 'i')) AS libelle,
               ARRAY(SELECT CASE WHEN pg_input_is_valid(iso, 'date') THEN iso::date END
                     FROM regexp_matches(mot, '(\d{2}/\d{2}/\d{4}|\d{4}-\d{2}-\d{2})', 'g') AS d
                     CROSS JOIN LATERAL regexp_replace(d[1], '^(..)/(..)/(....)$', '\3-\2-\1') AS iso) AS dates
        FROM item
    ), norme AS (
        SELECT lu.*, btrim(regexp_replace(regexp_replace(normalize(upper(libelle), NFD), '[\u0300-\u036f]', '', 'g'), '[^A-Z0-9]+', ' ', 'g')) AS cle
        FROM lu
    )
    SELECT libelle,
           CASE WHEN cle IN ('BILINGUE', 'CHAD', 'CHAM', 'CHAT', 'PAP', 'PPRE', 'PAI', 'PPS', 'RASED', 'ULIS ECOLE', 'UPE2A', 'AUTRE')
                THEN cle END,
           CASE WHEN cardinality(dates) = 2 OR cardinality(dates) = 1 AND mot !~* '\mau\M' THEN dates[1] END,
           CASE WHEN cardinality(dates) = 2 THEN dates[2] WHEN cardinality(dates) = 1 AND mot ~* '\mau\M' THEN dates[1] END
    FROM norme
$$;
COMMENT ON FUNCTION lsu.lire_dispositifs(text) IS 'Dispositifs écrits dans ONDE : nom, code du LSU (AUTRE compris) ou rien, dates écrites';

-- Which dispositifs a bilan of this élève for this period carries (R34, R40): what a synchronisation and an import both write.
CREATE FUNCTION lsu.dispositifs_de(eleve bigint, debut date, fin date) RETURNS TABLE (code text) LANGUAGE sql STABLE
    BEGIN ATOMIC
        SELECT DISTINCT d.code FROM lsu.dispositif_eleve d
        WHERE d.eleve_id = eleve AND d.disparu_le IS NULL AND daterange(d.date_debut, d.date_fin, '[]') && daterange(debut, fin, '[]');
    END;
COMMENT ON FUNCTION lsu.dispositifs_de(bigint, date, date) IS 'Dispositifs d''un élève qui ont au moins un jour commun avec une période';

-- What consumers read of a bilan, whatever its state: the names, school and label it was locked with, or those of today (I5, R53).
CREATE OR REPLACE VIEW lsu.v_bilan_periodique AS
    SELECT b.id, e.id_source AS eleve_id, e.id_be, v.nom, v.nom_usage, v.prenoms, v.date_naissance, v.sexe, v.ine,
           coalesce(c.code, c.id_onde) AS code_division, coalesce(b.classe_libelle_fige, c.libelle) AS libelle_division, ev.denomination,
           p.indice, p.nb_periodes, p.date_debut, p.date_fin, b.etat, b.mode, b.date_verrou, b.directeur_ou_responsable, b.date_conseil,
           b.date_creation, b.date_scolarite, b.appreciation, b.devoirs_faits, b.vie_scolaire, b.nb_retards, b.nb_abs_justifiees,
           b.nb_abs_injustifiees, b.nb_heures_manquees,
           ARRAY(SELECT d.code FROM lsu.bilan_dispositif d WHERE d.bilan_id = b.id ORDER BY d.code) AS dispositifs,
           ARRAY(SELECT n.id_sts FROM lsu.bilan_prof_principal pp JOIN lsu.enseignant n ON n.id = pp.enseignant_id
                 WHERE pp.bilan_id = b.id ORDER BY n.id_sts) AS professeurs_principaux,
           b.uai, b.annee_scolaire, b.numero_depot, b.disparu_le,
           ARRAY(SELECT concat_ws(' ', CASE WHEN pp.nom_fige IS NULL THEN n.civilite ELSE pp.civilite_fige END,
                                  CASE WHEN pp.nom_fige IS NULL THEN n.prenom ELSE pp.prenom_fige END, coalesce(pp.nom_fige, n.nom))
                 FROM lsu.bilan_prof_principal pp JOIN lsu.enseignant n ON n.id = pp.enseignant_id
                 WHERE pp.bilan_id = b.id ORDER BY n.id_sts) AS noms_professeurs_principaux,
           concat_ws(' ', ev.resp_civilite, ev.resp_prenom, ev.resp_nom) AS responsable_etablissement, v.responsables
    FROM lsu.bilan_periodique b
    JOIN lsu.eleve e ON e.id = b.eleve_id
    JOIN lsu.eleve_version v ON v.id = CASE b.etat WHEN 'VERROUILLE' THEN b.eleve_version_id ELSE e.version_courante_id END
    JOIN lsu.classe c ON c.id = b.classe_id
    JOIN lsu.etablissement t ON t.id = c.etablissement_id
    LEFT JOIN lsu.etablissement_version ev ON ev.id = coalesce(b.etablissement_version_id, t.version_courante_id)
    JOIN lsu.periode p ON p.id = b.periode_id;

CREATE VIEW lsu.v_bilan_acquis AS
    SELECT a.bilan_id, d.code AS code_matiere, d.modalite, a.code_domaine, a.positionnement, a.moyenne_eleve, a.moyenne_structure,
           a.appreciation,
           ARRAY(SELECT n.id_sts FROM lsu.bilan_acquis_enseignant x JOIN lsu.enseignant n ON n.id = x.enseignant_id
                 WHERE x.acquis_id = a.id ORDER BY n.id_sts) AS enseignants,
           ARRAY(SELECT concat_ws(' ', CASE WHEN x.nom_fige IS NULL THEN n.civilite ELSE x.civilite_fige END,
                                  CASE WHEN x.nom_fige IS NULL THEN n.prenom ELSE x.prenom_fige END, coalesce(x.nom_fige, n.nom))
                 FROM lsu.bilan_acquis_enseignant x JOIN lsu.enseignant n ON n.id = x.enseignant_id
                 WHERE x.acquis_id = a.id ORDER BY n.id_sts) AS noms_enseignants,
           a.uai, a.annee_scolaire, a.numero_depot, a.disparu_le
    FROM lsu.bilan_acquis a LEFT JOIN lsu.discipline d ON d.id = a.discipline_id;

CREATE VIEW lsu.v_bilan_cycle AS
    SELECT b.id, e.id_source AS eleve_id, e.id_be, v.nom, v.nom_usage, v.prenoms, v.date_naissance, v.sexe, v.ine,
           coalesce(b.classe_libelle_fige, c.libelle) AS libelle_division, ev.denomination, b.cycle, b.etat, b.mode, b.date_verrou,
           b.date_creation, b.synthese, b.uai, b.annee_scolaire, b.numero_depot, b.disparu_le
    FROM lsu.bilan_cycle b
    JOIN lsu.eleve e ON e.id = b.eleve_id
    JOIN lsu.eleve_version v ON v.id = CASE b.etat WHEN 'VERROUILLE' THEN b.eleve_version_id ELSE e.version_courante_id END
    LEFT JOIN lsu.classe c ON c.id = e.classe_id
    JOIN lsu.etablissement t ON t.id = e.etablissement_id
    LEFT JOIN lsu.etablissement_version ev ON ev.id = coalesce(b.etablissement_version_id, t.version_courante_id);

CREATE VIEW lsu.v_synchronisation AS
    SELECT id, degre, declencheur, demandeur, debut, fin, etat, unites_total, unites_faites, compteurs, uai, annee_scolaire, numero_depot,
           disparu_le
    FROM lsu.sync_execution;

GRANT SELECT ON lsu.v_bilan_acquis, lsu.v_bilan_cycle, lsu.v_synchronisation TO passerelle_lecture;
