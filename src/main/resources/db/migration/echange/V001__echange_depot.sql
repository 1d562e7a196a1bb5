-- The ledger: one row per file taken, each change of state kept with its time, actor and reason.
CREATE SEQUENCE echange.rang_depot;

CREATE TABLE echange.depot (
    numero          bigint PRIMARY KEY,
    uai             text,
    flux            text,
    fichier         text        NOT NULL,
    taille          bigint      NOT NULL,
    empreinte       text        NOT NULL,
    millesime       text,
    annee_scolaire  integer,
    horodatage      timestamp,
    etat            text        NOT NULL CHECK (etat IN ('recu', 'refuse', 'doublon', 'perime', 'depose', 'en_attente', 'retenu',
                                                         'en_traitement', 'traite', 'traite_avec_anomalies', 'rejete', 'en_echec', 'annule')),
    canal           text        NOT NULL CHECK (canal IN ('dossier', 'http')),
    deposant        text        NOT NULL,
    dossier         text,
    perimetre       text[],
    depose_le       timestamptz NOT NULL,
    traite_le       timestamptz,
    doublon_de      bigint REFERENCES echange.depot,
    force           boolean     NOT NULL DEFAULT false,
    confirme        boolean     NOT NULL DEFAULT false,
    prerequis       jsonb       NOT NULL DEFAULT '[]',
    rendu           boolean     NOT NULL DEFAULT false,
    remarques       jsonb       NOT NULL DEFAULT '[]',
    jeton           bigint      NOT NULL DEFAULT 0,
    porteur         text,
    bail_expire_le  timestamptz,
    tentatives      integer     NOT NULL DEFAULT 0
);
CREATE INDEX depot_par_etablissement ON echange.depot (uai, annee_scolaire, flux, numero);
CREATE INDEX depot_par_empreinte ON echange.depot (empreinte);
CREATE INDEX depot_en_cours ON echange.depot (etat) WHERE etat IN ('recu', 'depose', 'en_attente', 'retenu', 'en_traitement');
CREATE INDEX depot_a_rendre ON echange.depot (numero) WHERE etat = 'refuse' AND NOT rendu;
COMMENT ON TABLE echange.depot IS 'Un fichier pris par le hub, une ligne, son état courant';
COMMENT ON COLUMN echange.depot.empreinte IS 'SHA-256 du fichier, hexadécimal minuscule : sa clé dans le magasin de contenus';
COMMENT ON COLUMN echange.depot.millesime IS 'Année écrite dans le fichier par l''application d''origine';
COMMENT ON COLUMN echange.depot.annee_scolaire IS 'Clé du hub : année civile de la rentrée des élèves';
COMMENT ON COLUMN echange.depot.horodatage IS 'Moment de l''export selon le fichier lui-même, heure locale de l''établissement';
COMMENT ON COLUMN echange.depot.rendu IS 'Fichier refusé rendu à son expéditeur, octets oubliés (R072)';
COMMENT ON COLUMN echange.depot.perimetre IS 'Établissements au nom desquels le déposant peut agir ; vide : tous';
COMMENT ON COLUMN echange.depot.jeton IS 'Jeton de barrière : un porteur plus ancien ne peut plus valider';

CREATE TABLE echange.transition (
    numero  bigint      NOT NULL REFERENCES echange.depot,
    rang    integer     NOT NULL,
    etat    text        NOT NULL,
    le      timestamptz NOT NULL,
    acteur  text        NOT NULL,
    motif   text,
    PRIMARY KEY (numero, rang)
);
COMMENT ON TABLE echange.transition IS 'Vie d''un dépôt : chaque état, son heure, qui l''a voulu et pourquoi';

CREATE TABLE echange.prise (
    chemin        text PRIMARY KEY,
    proprietaire  text        NOT NULL,
    expire_le     timestamptz NOT NULL,
    identite      text,
    numero        bigint REFERENCES echange.depot
);
COMMENT ON TABLE echange.prise IS 'Bail sur un fichier d''un dossier surveillé : un seul nœud le prend, une seule fois';

CREATE TABLE echange.etablissement (
    uai        text PRIMARY KEY,
    territoire text        NOT NULL,
    connu_le   timestamptz NOT NULL,
    numero     bigint      NOT NULL REFERENCES echange.depot
);
COMMENT ON TABLE echange.etablissement IS 'Établissements connus : ceux dont un premier dépôt a été accepté';

CREATE TABLE echange.millesime_vu (
    uai            text        NOT NULL,
    systeme        text        NOT NULL,
    millesime      text        NOT NULL,
    annee_scolaire integer     NOT NULL,
    numero         bigint      NOT NULL REFERENCES echange.depot,
    vu_le          timestamptz NOT NULL,
    PRIMARY KEY (uai, systeme)
);
COMMENT ON TABLE echange.millesime_vu IS 'Dernier millésime écrit par chaque système (STS, SIECLE) de chaque établissement';

CREATE TABLE echange.compte_rendu (
    numero   bigint PRIMARY KEY REFERENCES echange.depot,
    contenu  jsonb       NOT NULL,
    cree_le  timestamptz NOT NULL,
    ecrit_le timestamptz
);
CREATE INDEX compte_rendu_a_ecrire ON echange.compte_rendu (numero) WHERE ecrit_le IS NULL;
COMMENT ON TABLE echange.compte_rendu IS 'Compte rendu tel qu''il est servi par l''API et écrit dans outbox/';

CREATE TABLE echange.anomalie (
    numero      bigint  NOT NULL REFERENCES echange.depot,
    rang        integer NOT NULL,
    nature      text    NOT NULL CHECK (nature IN ('rejet', 'anomalie', 'information')),
    regle       text    NOT NULL,
    code        text    NOT NULL,
    gravite     text    NOT NULL CHECK (gravite IN ('rejet', 'correction', 'avertissement', 'information')),
    identifiant text,
    valeurs     jsonb   NOT NULL DEFAULT '{}',
    PRIMARY KEY (numero, rang)
);
CREATE INDEX anomalie_par_code ON echange.anomalie (code, numero);
COMMENT ON TABLE echange.anomalie IS 'Anomalies d''un dépôt, par identifiant technique, sans nom ni INE';

CREATE TABLE echange.outbox (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    adresse       text        NOT NULL,
    uai           text,
    numero        bigint,
    entetes       jsonb       NOT NULL DEFAULT '{}',
    corps         jsonb       NOT NULL,
    cree_le       timestamptz NOT NULL DEFAULT now(),
    disponible_le timestamptz NOT NULL DEFAULT '-infinity',
    publie_le     timestamptz
);
CREATE INDEX outbox_par_depot ON echange.outbox (numero);
CREATE INDEX outbox_a_publier ON echange.outbox (id) WHERE publie_le IS NULL;
COMMENT ON TABLE echange.outbox IS 'Messages à publier, écrits dans la transaction de ce qu''ils annoncent';

CREATE TABLE echange.projection_due (
    uai            text        NOT NULL,
    annee_scolaire integer     NOT NULL,
    numero         bigint      NOT NULL REFERENCES echange.depot,
    entites        text[]      NOT NULL,
    depuis         timestamptz NOT NULL,
    appelee_le     timestamptz,
    PRIMARY KEY (uai, annee_scolaire)
);
COMMENT ON TABLE echange.projection_due IS 'Ce que le LSU et l''annuaire ENT doivent encore apprendre de chaque établissement';

CREATE VIEW echange.v_depot AS
    SELECT numero, uai, flux, fichier, taille, empreinte, millesime, annee_scolaire, etat, depose_le, traite_le, canal, deposant, prerequis,
           horodatage, doublon_de
    FROM echange.depot;
CREATE VIEW echange.v_transition AS SELECT numero, rang, etat, le, acteur, motif FROM echange.transition;
CREATE VIEW echange.v_anomalie AS
    SELECT a.numero, d.uai, d.annee_scolaire, d.flux, a.rang, a.nature, a.regle, a.code, a.gravite, a.identifiant, a.valeurs
    FROM echange.anomalie a JOIN echange.depot d USING (numero);
CREATE VIEW echange.v_outbox AS SELECT id, adresse, cree_le, publie_le FROM echange.outbox;
CREATE VIEW echange.v_etablissement AS SELECT uai, territoire, connu_le, numero AS numero_depot FROM echange.etablissement;

GRANT USAGE ON SCHEMA echange TO passerelle_lecture, passerelle_controle;
GRANT SELECT ON echange.v_depot, echange.v_transition, echange.v_anomalie, echange.v_outbox, echange.v_etablissement TO passerelle_lecture;
GRANT SELECT ON ALL TABLES IN SCHEMA echange TO passerelle_controle;
