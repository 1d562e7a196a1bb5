-- A package can be made and kept: what is shown at its hour is what was true when it was made. Its archives have names of their own.
ALTER TABLE echange.paquet
    ADD COLUMN archives text[] NOT NULL DEFAULT '{}',
    ADD COLUMN entier boolean NOT NULL DEFAULT true,
    ADD COLUMN visible_le timestamptz,
    ADD COLUMN montre_le timestamptz;
UPDATE echange.paquet SET archives = ARRAY[paquet || '.zip'], visible_le = cree_le, montre_le = cree_le WHERE valide;
ALTER TABLE echange.paquet ADD CHECK (valide = (archives <> '{}')), ADD CHECK (valide OR visible_le IS NULL);
CREATE INDEX paquet_a_montrer ON echange.paquet (visible_le) WHERE montre_le IS NULL AND visible_le IS NOT NULL;
COMMENT ON COLUMN echange.paquet.archives IS 'Fichiers à côté du dossier du paquet ; le premier est celui à envoyer';
COMMENT ON COLUMN echange.paquet.entier IS 'Si le paquet est de tous les établissements de son consommateur';
COMMENT ON COLUMN echange.paquet.visible_le IS 'Quand le paquet doit être montré ; vide : jamais (non valide, ou dépassé par un état plus récent)';
COMMENT ON COLUMN echange.paquet.montre_le IS 'Quand il l''a été ; vide : personne ne voit ses fichiers';
