-- What is to be put on the server of a consumer: one row for each package shown to one that has a server, until it is there, or will never be.
CREATE TABLE echange.remise_paquet (
    paquet         text        PRIMARY KEY REFERENCES echange.paquet,
    etat           text        NOT NULL DEFAULT 'attend' CHECK (etat IN ('attend', 'remis', 'remplace', 'abandonne')),
    tentatives     integer     NOT NULL DEFAULT 0,
    prochaine      timestamptz NOT NULL,
    le             timestamptz,
    motif          text,
    remplace_par   text        REFERENCES echange.paquet,
    jeton          bigint      NOT NULL DEFAULT 0,
    porteur        text,
    bail_expire_le timestamptz,
    CHECK ((etat = 'attend') = (le IS NULL)),
    CHECK ((etat = 'remplace') = (remplace_par IS NOT NULL))
);
CREATE INDEX remise_paquet_en_attente ON echange.remise_paquet (paquet) WHERE etat = 'attend';
COMMENT ON TABLE echange.remise_paquet IS 'Remise des paquets sur les serveurs des consommateurs : ce qui attend, ce qui y est, ce qui n''y sera jamais';
COMMENT ON COLUMN echange.remise_paquet.prochaine IS 'Quand essayer, tant que le paquet attend';
COMMENT ON COLUMN echange.remise_paquet.le IS 'Quand le paquet a été remis, remplacé ou abandonné ; vide tant qu''il attend';
COMMENT ON COLUMN echange.remise_paquet.motif IS 'Code de ce qui a empêché la remise la dernière fois, ou pour toujours';
COMMENT ON COLUMN echange.remise_paquet.remplace_par IS 'Complet plus récent de la même parcelle, remis à sa place';
COMMENT ON COLUMN echange.remise_paquet.jeton IS 'Ne fait que croître : le porteur dont le bail a expiré ne note plus rien';
