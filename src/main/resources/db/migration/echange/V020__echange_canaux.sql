-- Files also come from SFTP servers, from addresses and from the broker; what is known of an address is kept here, never in memory.
ALTER TABLE echange.depot DROP CONSTRAINT depot_canal_check;
ALTER TABLE echange.depot ADD CONSTRAINT depot_canal_check CHECK (canal ~ '^(dossier|http|jms|(sftp|url):[a-z0-9-]+)$');
COMMENT ON COLUMN echange.depot.canal IS 'Par où le fichier est venu : dossier, http, jms, sftp:<serveur> ou url:<adresse>';

CREATE TABLE echange.releve (
    canal       text PRIMARY KEY,
    adresse     text        NOT NULL,
    rang        bigint      NOT NULL,
    prochain_le timestamptz NOT NULL,
    etag        text,
    modifie_le  text,
    empreinte   text,
    numero      bigint REFERENCES echange.depot,
    releve_le   timestamptz,
    resultat    text,
    echecs      integer     NOT NULL DEFAULT 0
);
COMMENT ON TABLE echange.releve IS 'Adresses relevées à intervalle régulier : le prochain tour, ce que le serveur a dit du dernier contenu';
COMMENT ON COLUMN echange.releve.rang IS 'Rang du tour : un tour plus ancien ne peut plus rien écrire';
COMMENT ON COLUMN echange.releve.etag IS 'En-tête ETag du dernier contenu, tel que reçu ; sert à If-None-Match';
COMMENT ON COLUMN echange.releve.modifie_le IS 'En-tête Last-Modified du dernier contenu, tel que reçu ; sert à If-Modified-Since';
COMMENT ON COLUMN echange.releve.empreinte IS 'SHA-256 du dernier contenu déposé : les mêmes octets ne sont pas déposés deux fois';

CREATE VIEW echange.v_releve AS
    SELECT canal, releve_le, resultat, echecs, prochain_le, numero FROM echange.releve;

GRANT SELECT ON echange.v_releve TO passerelle_lecture;
GRANT SELECT ON echange.releve, echange.v_releve TO passerelle_controle;
