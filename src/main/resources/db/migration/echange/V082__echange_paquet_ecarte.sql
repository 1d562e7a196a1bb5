-- All that the last package of all the schools left out, whatever the length of its description: each school reads its own lines.
CREATE TABLE echange.paquet_ecarte (
    paquet text NOT NULL REFERENCES echange.paquet ON DELETE CASCADE, rang bigint NOT NULL,
    uai text, eleve text, objet text NOT NULL, motif text NOT NULL,
    PRIMARY KEY (paquet, rang)
);
CREATE INDEX paquet_ecarte_par_etablissement ON echange.paquet_ecarte (uai);
COMMENT ON TABLE echange.paquet_ecarte IS 'Ce que le dernier paquet complet de chaque parcelle ne donne pas, ou donne et qu''il faut savoir, par établissement';
