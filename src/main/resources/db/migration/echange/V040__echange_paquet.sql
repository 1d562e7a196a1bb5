-- The ledger of what was made for consumers: valid packages, and those that were not published with the reason why.
CREATE TABLE echange.paquet (
    paquet       text        PRIMARY KEY CHECK (paquet ~ '^[0-9]{8}-[0-9]{6}-[0-9]+$'),
    flux         text        NOT NULL,
    consommateur text        NOT NULL,
    uai          text[]      NOT NULL,
    demandeur    text        NOT NULL,
    cree_le      timestamptz NOT NULL,
    valide       boolean     NOT NULL,
    comptes      jsonb       NOT NULL,
    ecartes      jsonb       NOT NULL,
    fautes       jsonb       NOT NULL,
    taille       bigint,
    empreinte    text CHECK (empreinte ~ '^[0-9a-f]{64}$'),
    CHECK (valide = (empreinte IS NOT NULL))
);
CREATE INDEX paquet_par_consommateur ON echange.paquet (flux, consommateur, cree_le DESC);
COMMENT ON TABLE echange.paquet IS 'Paquets faits pour les consommateurs ; un paquet qui n''est pas valide n''a jamais été publié';
COMMENT ON COLUMN echange.paquet.uai IS 'Établissements dont le paquet contient des données';
COMMENT ON COLUMN echange.paquet.ecartes IS 'Ce qui n''a pas été publié, par identifiant, et pourquoi';
COMMENT ON COLUMN echange.paquet.empreinte IS 'SHA-256 de l''archive';
CREATE SEQUENCE echange.paquet_numero;
