-- A field that is taken out of a contract is erased from the server, but only where the hub wrote it.
ALTER TABLE ent.ldap_suivi ADD COLUMN champs text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN ent.ldap_suivi.champs IS 'Champs réservés que la passerelle a écrits dans ce serveur';
