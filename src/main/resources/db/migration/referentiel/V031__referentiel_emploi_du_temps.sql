-- STS_EMP whole, and what the timetable sends to STS (EMP_STS), as it sends it: the two are compared, never mixed.
CREATE TABLE referentiel.modalite_cours (
    uai text NOT NULL, annee_scolaire integer NOT NULL, code_modalite text NOT NULL,
    libelle_court text, libelle text, co_enseignement boolean,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, code_modalite)
);
COMMENT ON TABLE referentiel.modalite_cours IS 'Modalités de cours de STS, et si elles sont un co-enseignement';

CREATE TABLE referentiel.bloc_de_moyens (
    uai text NOT NULL, annee_scolaire integer NOT NULL, type text NOT NULL, enseignant_id text NOT NULL,
    libelle text NOT NULL,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, type, enseignant_id)
);
COMMENT ON TABLE referentiel.bloc_de_moyens IS 'Postes à pourvoir de STS (BMP) : jamais des personnes (R106)';

CREATE TABLE referentiel.suppleance_brute (
    uai text NOT NULL, annee_scolaire integer NOT NULL, contenu text NOT NULL,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire)
);
COMMENT ON TABLE referentiel.suppleance_brute IS 'Bloc SUPPLEANTS de STS tel quel : son contenu n''est pas documenté (R036)';

CREATE TABLE referentiel.edt_groupe (
    uai text NOT NULL, annee_scolaire integer NOT NULL, code_groupe text NOT NULL,
    libelle text, divisions text[] NOT NULL DEFAULT '{}', effectif_prevu integer, effectif_max integer,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, code_groupe)
);
COMMENT ON TABLE referentiel.edt_groupe IS 'Groupes que l''emploi du temps envoie à STS (synchro 3)';

CREATE TABLE referentiel.edt_service (
    uai text NOT NULL, annee_scolaire integer NOT NULL, type_structure text NOT NULL CHECK (type_structure IN ('D', 'G')),
    code_structure text NOT NULL, code_matiere text NOT NULL, code_modalite text NOT NULL,
    enseignant_type text NOT NULL DEFAULT '', enseignant_id text NOT NULL DEFAULT '',
    heures numeric, heures_enseignant numeric, co_enseignement boolean,
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite, enseignant_type, enseignant_id)
);
COMMENT ON TABLE referentiel.edt_service IS 'Services que l''emploi du temps envoie à STS : un par enseignant, avec les heures de la structure et les siennes';

CREATE TABLE referentiel.edt_cours (
    uai text NOT NULL, annee_scolaire integer NOT NULL, type_structure text NOT NULL CHECK (type_structure IN ('D', 'G')),
    code_structure text NOT NULL, code_matiere text NOT NULL, code_modalite text NOT NULL,
    enseignant_type text NOT NULL, enseignant_id text NOT NULL,
    code_alternance text NOT NULL, jour smallint NOT NULL CHECK (jour BETWEEN 1 AND 7), heure_debut time NOT NULL,
    duree interval, code_salle text,
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite, enseignant_type, enseignant_id,
                 code_alternance, jour, heure_debut)
);
COMMENT ON TABLE referentiel.edt_cours IS 'Cours placés de l''emploi du temps ; jour 1 = lundi, semaines données par l''alternance';

CREATE TABLE referentiel.edt_alternance (
    uai text NOT NULL, annee_scolaire integer NOT NULL, code_alternance text NOT NULL,
    libelle_court text, libelle text, semaines date[] NOT NULL DEFAULT '{}',
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, code_alternance)
);
COMMENT ON TABLE referentiel.edt_alternance IS 'Alternances de l''emploi du temps : les lundis de leurs semaines';

CREATE VIEW referentiel.v_modalite_cours AS
    SELECT uai, annee_scolaire, code_modalite, libelle_court, libelle, co_enseignement, numero_depot, disparu_le FROM referentiel.modalite_cours;
CREATE VIEW referentiel.v_bloc_de_moyens AS
    SELECT uai, annee_scolaire, type, enseignant_id, libelle, numero_depot, disparu_le FROM referentiel.bloc_de_moyens;
CREATE VIEW referentiel.v_edt_groupe AS
    SELECT uai, annee_scolaire, code_groupe, libelle, divisions, effectif_prevu, effectif_max, numero_depot, disparu_le FROM referentiel.edt_groupe;
-- A placeholder is nobody: its service and its lessons are shown without teacher.
CREATE VIEW referentiel.v_edt_service AS
    SELECT s.uai, s.annee_scolaire, s.code_structure, s.type_structure, s.code_matiere, s.code_modalite,
           CASE WHEN b.enseignant_id IS NULL THEN nullif(s.enseignant_id, '') END AS enseignant_id,
           CASE WHEN b.enseignant_id IS NULL THEN nullif(s.enseignant_type, '') END AS enseignant_type,
           s.heures, s.heures_enseignant, s.co_enseignement, s.numero_depot, s.disparu_le
    FROM referentiel.edt_service s
    LEFT JOIN referentiel.bloc_de_moyens b ON b.uai = s.uai AND b.annee_scolaire = s.annee_scolaire AND b.type = s.enseignant_type
         AND b.enseignant_id = s.enseignant_id AND b.disparu_le IS NULL;
CREATE VIEW referentiel.v_edt_cours AS
    SELECT c.uai, c.annee_scolaire, c.code_structure, c.type_structure, c.code_matiere, c.code_modalite,
           CASE WHEN b.enseignant_id IS NULL THEN c.enseignant_id END AS enseignant_id,
           CASE WHEN b.enseignant_id IS NULL THEN c.enseignant_type END AS enseignant_type,
           c.code_alternance, c.jour, c.heure_debut, c.duree, c.code_salle, c.numero_depot, c.disparu_le
    FROM referentiel.edt_cours c
    LEFT JOIN referentiel.bloc_de_moyens b ON b.uai = c.uai AND b.annee_scolaire = c.annee_scolaire AND b.type = c.enseignant_type
         AND b.enseignant_id = c.enseignant_id AND b.disparu_le IS NULL;
CREATE VIEW referentiel.v_edt_alternance AS
    SELECT uai, annee_scolaire, code_alternance, libelle_court, libelle, semaines, numero_depot, disparu_le FROM referentiel.edt_alternance;

-- What one application holds and the next one in the chain does not, by synchro. A service of a missing group goes with it, as
-- in C100.
CREATE VIEW referentiel.v_synchro_manque AS
    SELECT g.uai, g.annee_scolaire, '3' AS etape, g.code_groupe AS code FROM referentiel.edt_groupe g
    WHERE g.disparu_le IS NULL AND NOT EXISTS (SELECT FROM referentiel.groupe s WHERE s.uai = g.uai AND s.annee_scolaire = g.annee_scolaire
                                               AND s.source = 'STS' AND s.disparu_le IS NULL AND s.code_groupe = g.code_groupe)
    UNION ALL
    SELECT DISTINCT v.uai, v.annee_scolaire, '3', v.code_structure || ' ' || v.code_matiere || ' ' || v.code_modalite FROM referentiel.edt_service v
    WHERE v.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM referentiel.service s WHERE s.uai = v.uai AND s.annee_scolaire = v.annee_scolaire AND s.disparu_le IS NULL
                      AND s.type_structure = v.type_structure AND s.code_structure = v.code_structure
                      AND s.code_matiere = v.code_matiere AND s.code_modalite = v.code_modalite)
      AND (v.type_structure = 'D' OR EXISTS (SELECT FROM referentiel.groupe s WHERE s.uai = v.uai AND s.annee_scolaire = v.annee_scolaire
                                             AND s.source = 'STS' AND s.disparu_le IS NULL AND s.code_groupe = v.code_structure))
    UNION ALL
    SELECT uai, annee_scolaire, '4a', code FROM (
        SELECT uai, annee_scolaire, code_division AS code, 'D' AS type, source FROM referentiel.division WHERE disparu_le IS NULL
        UNION ALL
        SELECT uai, annee_scolaire, code_groupe, 'G', source FROM referentiel.groupe WHERE disparu_le IS NULL) structure
    GROUP BY uai, annee_scolaire, type, code HAVING every(source = 'STS');
COMMENT ON VIEW referentiel.v_synchro_manque IS 'Ce qui manque pour que les synchros 3 et 4a se voient dans les fichiers, par code';

GRANT SELECT ON referentiel.v_synchro_manque, referentiel.v_modalite_cours, referentiel.v_bloc_de_moyens, referentiel.v_edt_groupe, referentiel.v_edt_service,
    referentiel.v_edt_cours, referentiel.v_edt_alternance TO passerelle_lecture;
GRANT SELECT ON ALL TABLES IN SCHEMA referentiel TO passerelle_controle;
