-- What changed in the directory, in the order consumers read it. A projection writes one lot; a lot gets its numbers once it is
-- committed, so that nothing ever appears behind a cursor already read.
CREATE TABLE ent.changement_lot (
    lot           bigint      PRIMARY KEY,
    uai text NOT NULL, annee_scolaire integer NOT NULL,
    numero_depot  bigint      NOT NULL,
    cree_le       timestamptz NOT NULL,
    nombre        integer     NOT NULL CHECK (nombre > 0),
    debut         bigint      UNIQUE
);
CREATE SEQUENCE ent.changement_lot_numero;
CREATE INDEX changement_lot_a_numeroter ON ent.changement_lot (lot) WHERE debut IS NULL;
CREATE INDEX changement_lot_par_date ON ent.changement_lot (cree_le);
COMMENT ON TABLE ent.changement_lot IS 'Ce qu''un dépôt a changé dans l''annuaire d''un établissement ; debut est le curseur de son premier changement';

CREATE TABLE ent.changement (
    lot       bigint  NOT NULL,
    rang      integer NOT NULL,
    type      text    NOT NULL,
    operation text    NOT NULL CHECK (operation IN ('INSERT', 'UPDATE', 'DISPARU', 'CLE', 'RECHARGER')),
    cle       text    NOT NULL,
    PRIMARY KEY (lot, rang)
);
COMMENT ON TABLE ent.changement IS 'Objets de l''annuaire qui ont changé, par identifiant ; leurs valeurs sont celles du moment où on les lit';

-- One row: the cursor of the next change, and the last one that is no more kept.
CREATE TABLE ent.changement_curseur (
    seule   boolean PRIMARY KEY DEFAULT true CHECK (seule),
    suivant bigint  NOT NULL,
    oublie  bigint  NOT NULL
);
INSERT INTO ent.changement_curseur (suivant, oublie) VALUES (1, 0);
COMMENT ON TABLE ent.changement_curseur IS 'Le curseur du prochain changement, et le dernier qui n''est plus gardé';

CREATE TABLE ent.changement_lecteur (
    consommateur text        PRIMARY KEY,
    curseur      bigint      NOT NULL,
    lu_le        timestamptz NOT NULL
);
COMMENT ON TABLE ent.changement_lecteur IS 'Jusqu''où chaque consommateur a lu les changements';

GRANT SELECT ON ent.changement_lot, ent.changement, ent.changement_curseur, ent.changement_lecteur TO passerelle_controle;
