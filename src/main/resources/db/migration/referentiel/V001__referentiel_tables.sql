-- The replica of STS and SIECLE. Every row: uai, annee_scolaire (calendar year of the élèves' rentrée), numero_depot
-- (the deposit that last changed it) and disparu_le (null = present). empreinte: hash of the row as read, so that an
-- unchanged row is recognised without comparing its columns.
CREATE TABLE referentiel.etablissement (
    uai text NOT NULL, annee_scolaire integer NOT NULL, source text NOT NULL,
    denomination text, complement text, sigle text, nature text, statut text, adresse text, code_postal text, commune text,
    telephone text, courriel text, responsable text,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, source)
);
COMMENT ON TABLE referentiel.etablissement IS 'Identité de l''établissement selon chaque source (STS, SIECLE)';

CREATE TABLE referentiel.calendrier (
    uai text NOT NULL, annee_scolaire integer NOT NULL,
    rentree_eleves date, sortie_eleves date, rentree_professeurs date, sortie_professeurs date,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire)
);
COMMENT ON TABLE referentiel.calendrier IS 'Année scolaire de l''établissement, lue dans SIECLE Communs (R016, R165)';

CREATE TABLE referentiel.mef (
    uai text NOT NULL, annee_scolaire integer NOT NULL, source text NOT NULL, code_mef text NOT NULL,
    formation text, libelle text, libelle_edition text, code_mefstat text,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, source, code_mef)
);
COMMENT ON TABLE referentiel.mef IS 'Formations de l''établissement (nomenclature profilée de SIECLE, ou celle de STS)';

CREATE TABLE referentiel.matiere (
    uai text NOT NULL, annee_scolaire integer NOT NULL, source text NOT NULL, code_matiere text NOT NULL,
    code_gestion text, libelle_court text, libelle text, libelle_edition text,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, source, code_matiere)
);
COMMENT ON TABLE referentiel.matiere IS 'Matières de l''établissement, selon SIECLE et selon STS';

CREATE TABLE referentiel.division (
    uai text NOT NULL, annee_scolaire integer NOT NULL, source text NOT NULL, code_division text NOT NULL,
    libelle text, mef text[] NOT NULL DEFAULT '{}',
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, source, code_division)
);
COMMENT ON TABLE referentiel.division IS 'Divisions selon chaque source : STS en est l''autorité (R013), SIECLE les reçoit (synchro 4a)';

CREATE TABLE referentiel.groupe (
    uai text NOT NULL, annee_scolaire integer NOT NULL, source text NOT NULL, code_groupe text NOT NULL,
    libelle text, divisions text[] NOT NULL DEFAULT '{}', mef text[] NOT NULL DEFAULT '{}',
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, source, code_groupe)
);
COMMENT ON TABLE referentiel.groupe IS 'Groupes selon chaque source, avec leurs divisions et leurs MEF de rattachement';

CREATE TABLE referentiel.enseignant (
    uai text NOT NULL, annee_scolaire integer NOT NULL, type text NOT NULL, enseignant_id text NOT NULL,
    civilite text, sexe text, nom_usage text NOT NULL, nom_patronymique text, prenom text, date_naissance date, fonction text,
    disciplines text[] NOT NULL DEFAULT '{}',
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, type, enseignant_id)
);
COMMENT ON TABLE referentiel.enseignant IS 'Personnes de STS ; les blocs de moyens (BMP) n''en sont pas (R106)';

CREATE TABLE referentiel.service (
    uai text NOT NULL, annee_scolaire integer NOT NULL, type_structure text NOT NULL CHECK (type_structure IN ('D', 'G')),
    code_structure text NOT NULL, code_matiere text NOT NULL, code_modalite text NOT NULL,
    enseignant_type text NOT NULL DEFAULT '', enseignant_id text NOT NULL DEFAULT '',
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite, enseignant_type, enseignant_id)
);
COMMENT ON TABLE referentiel.service IS 'Un enseignement : structure, matière, modalité et enseignant (vide quand le poste est à pourvoir)';

CREATE TABLE referentiel.professeur_principal (
    uai text NOT NULL, annee_scolaire integer NOT NULL, code_division text NOT NULL, enseignant_type text NOT NULL, enseignant_id text NOT NULL,
    date_debut date, date_fin date,
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, code_division, enseignant_type, enseignant_id)
);

CREATE TABLE referentiel.eleve (
    uai text NOT NULL, annee_scolaire integer NOT NULL, eleve_id text NOT NULL,
    ine text, id_prv text, nom_de_famille text NOT NULL, nom_usage text, prenom text NOT NULL, prenom2 text, prenom3 text,
    date_naissance date, sexe text, code_mef text, code_statut text, code_regime text, date_entree date, date_sortie date,
    code_motif_sortie text, courriel text,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, eleve_id)
);
COMMENT ON TABLE referentiel.eleve IS 'Élèves de SIECLE, sortis compris (R014)';

CREATE TABLE referentiel.eleve_division (
    uai text NOT NULL, annee_scolaire integer NOT NULL, eleve_id text NOT NULL, code_division text NOT NULL,
    date_debut date, date_fin date,
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, eleve_id, code_division)
);

CREATE TABLE referentiel.responsable (
    uai text NOT NULL, annee_scolaire integer NOT NULL, personne_id text NOT NULL,
    civilite text, nom_de_famille text NOT NULL, nom_usage text, prenom text, courriel text, telephone text, portable text,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, personne_id)
);

CREATE TABLE referentiel.eleve_responsable (
    uai text NOT NULL, annee_scolaire integer NOT NULL, eleve_id text NOT NULL, personne_id text NOT NULL,
    lien text NOT NULL DEFAULT '', niveau_responsabilite text,
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, eleve_id, personne_id)
);

CREATE TABLE referentiel.lien_eleve_groupe (
    uai text NOT NULL, annee_scolaire integer NOT NULL, eleve_id text NOT NULL, code_groupe text NOT NULL,
    date_debut date, date_fin date, origine text NOT NULL CHECK (origine IN ('SIECLE', 'ELEGROUPE')),
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, eleve_id, code_groupe)
);
COMMENT ON TABLE referentiel.lien_eleve_groupe IS 'Liens élève-groupe en vigueur ; un fichier ELEGROUPE remplace tous ceux de l''établissement (R048)';
