-- What the last valid parcel held of each school: the next one is compared with it.
CREATE TABLE echange.gar_effectif (
    consommateur text    NOT NULL,
    degre        text    NOT NULL CHECK (degre IN ('1D', '2D')),
    uai          text    NOT NULL,
    eleves       integer NOT NULL,
    groupes      integer NOT NULL,
    liens        integer NOT NULL,
    paquet_le    timestamptz NOT NULL,
    PRIMARY KEY (consommateur, degre, uai)
);
COMMENT ON TABLE echange.gar_effectif IS 'Effectifs du dernier envoi valide au GAR, par établissement';
