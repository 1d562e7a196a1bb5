-- What each consumer of the OneRoster REST interface is shown: the rows of its package, as objects, kept so that a page costs what
-- it holds and that what was given once can be told as deleted. Made again from the directory at any time.
CREATE TABLE ent.oneroster_instantane (
    consommateur text        PRIMARY KEY,
    contrat      text        NOT NULL,
    uais         text[],
    etat         text        NOT NULL,
    tente_le     timestamptz NOT NULL,
    duree_ms     bigint      NOT NULL,
    fait_le      timestamptz,
    faute        text
);
COMMENT ON TABLE ent.oneroster_instantane IS 'Ce qu''un consommateur lit par l''interface REST de OneRoster, et pour quels établissements (uais vide : tous)';
COMMENT ON COLUMN ent.oneroster_instantane.contrat IS 'Condensat des établissements, des champs et des requêtes dont il est fait : un autre contrat repart de rien';
COMMENT ON COLUMN ent.oneroster_instantane.etat IS 'Condensat de l''état de l''annuaire au dernier essai ; le même : rien à refaire';
COMMENT ON COLUMN ent.oneroster_instantane.fait_le IS 'Moment de ce qui est montré ; vide : jamais rien de bon';
COMMENT ON COLUMN ent.oneroster_instantane.faute IS 'Pourquoi le dernier essai a été refusé ; vide : il est montré';

-- Apart, so that readers never wait for what is being made, nor the other way round.
CREATE TABLE ent.oneroster_lecteur (
    consommateur text        PRIMARY KEY,
    lu_le        timestamptz NOT NULL,
    parcouru_le  timestamptz
);
COMMENT ON TABLE ent.oneroster_lecteur IS 'Quand chaque consommateur de l''interface REST a lu, et parcouru plus d''une page, pour la dernière fois';

CREATE TABLE ent.oneroster_objet (
    consommateur text        NOT NULL REFERENCES ent.oneroster_instantane ON DELETE CASCADE,
    type         text        NOT NULL,
    id           text        NOT NULL,
    rang         bigint      GENERATED ALWAYS AS IDENTITY,
    statut       text        NOT NULL CHECK (statut IN ('active', 'tobedeleted')),
    modifie_le   timestamptz NOT NULL,
    cles         text[]      NOT NULL,
    valeurs      jsonb       NOT NULL,
    PRIMARY KEY (consommateur, type, id)
);
CREATE UNIQUE INDEX oneroster_objet_par_rang ON ent.oneroster_objet (consommateur, type, rang);
CREATE INDEX oneroster_objet_par_cle ON ent.oneroster_objet USING gin (cles);
COMMENT ON TABLE ent.oneroster_objet IS 'Objets OneRoster d''un consommateur ; qui disparaît reste le temps d''être dit « tobedeleted »';
COMMENT ON COLUMN ent.oneroster_objet.rang IS 'Place dans les listes : donnée une fois, les nouveaux viennent à la fin';
COMMENT ON COLUMN ent.oneroster_objet.cles IS 'Les sous-listes où il est : student@<classe>, school@<établissement>…';
