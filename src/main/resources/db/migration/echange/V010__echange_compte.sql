-- Local accounts created by the académie; those of the settings and of data/acces.properties are not kept here.
CREATE TABLE echange.compte (
    utilisateur text PRIMARY KEY,
    motdepasse  text        NOT NULL,
    role        text        NOT NULL CHECK (role IN ('academie', 'support', 'chef-etablissement', 'directeur-ecole', 'gestionnaire',
                                                     'admin-ent', 'consommateur')),
    uais        text[]      NOT NULL DEFAULT '{}',
    cree_le     timestamptz NOT NULL,
    cree_par    text        NOT NULL
);
COMMENT ON TABLE echange.compte IS 'Comptes locaux créés par l''académie';
COMMENT ON COLUMN echange.compte.motdepasse IS 'Condensat bcrypt, jamais le mot de passe';
COMMENT ON COLUMN echange.compte.uais IS 'Établissements du compte ; « * » : tous ; vide : tous pour academie et support, aucun pour consommateur';
REVOKE ALL ON echange.compte FROM passerelle_lecture, passerelle_controle;
