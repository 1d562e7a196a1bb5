-- The files of an old package go, its row stays: first nobody may take them any more, then they go.
ALTER TABLE echange.paquet
    ADD COLUMN purge_le timestamptz,
    ADD COLUMN efface_le timestamptz,
    ADD CHECK (efface_le IS NULL OR purge_le IS NOT NULL);
CREATE INDEX paquet_a_effacer ON echange.paquet (purge_le) WHERE purge_le IS NOT NULL AND efface_le IS NULL;
COMMENT ON COLUMN echange.paquet.purge_le IS 'Depuis quand les fichiers ne sont plus donnés, parce que trop anciens';
COMMENT ON COLUMN echange.paquet.efface_le IS 'Quand ils ont été effacés du disque';
