-- The key that signs the access tokens of OAuth 2: shared by the nodes, kept over restarts. Without its row a new one is drawn, and
-- every token given before is refused.
CREATE TABLE echange.jeton_cle (
    seule   boolean     PRIMARY KEY DEFAULT true CHECK (seule),
    cle     bytea       NOT NULL,
    cree_le timestamptz NOT NULL
);
COMMENT ON TABLE echange.jeton_cle IS 'Clé qui signe les jetons d''accès ; effacer sa ligne les révoque tous au prochain démarrage';
