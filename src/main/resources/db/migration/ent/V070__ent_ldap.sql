-- What the hub wrote in the directory servers of consumers: enough to see, without asking the server, what a change makes to write.
CREATE TABLE ent.ldap_entree (
    consommateur text NOT NULL,
    cle          text NOT NULL,
    dn           text NOT NULL,
    entree       text NOT NULL,
    uais         text[] NOT NULL,
    empreinte    uuid NOT NULL,
    ecrit_le     timestamptz NOT NULL,
    parti_le     timestamptz,
    refus        text,
    PRIMARY KEY (consommateur, cle)
);
CREATE INDEX ldap_entree_par_etablissement ON ent.ldap_entree USING gin (uais);
COMMENT ON TABLE ent.ldap_entree IS 'Entrées écrites dans l''annuaire LDAP de chaque consommateur, par leur jointure';
COMMENT ON COLUMN ent.ldap_entree.empreinte IS 'Condensat de l''entrée telle qu''écrite, ou telle que refusée';
COMMENT ON COLUMN ent.ldap_entree.parti_le IS 'Depuis quand la personne n''est plus à donner ; son entrée est retirée après le délai de conservation';
COMMENT ON COLUMN ent.ldap_entree.refus IS 'Code du refus du serveur ; vide : acceptée';

CREATE TABLE ent.ldap_suivi (
    consommateur text PRIMARY KEY,
    essais       integer NOT NULL DEFAULT 0,
    prochain     timestamptz,
    panne        text,
    retenus      integer NOT NULL DEFAULT 0,
    reglages     text
);
COMMENT ON TABLE ent.ldap_suivi IS 'Serveurs LDAP : la panne en cours et le prochain essai, ce qui est retenu, les réglages pour lesquels le tout a été comparé';

CREATE TABLE ent.ldap_reconciliation (
    numero       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consommateur text NOT NULL,
    demandeur    text NOT NULL,
    confirmation boolean NOT NULL,
    demandee_le  timestamptz NOT NULL,
    faite_le     timestamptz,
    comptes      jsonb
);
CREATE INDEX ldap_reconciliation_derniere ON ent.ldap_reconciliation (consommateur, numero DESC);
COMMENT ON TABLE ent.ldap_reconciliation IS 'Réconciliations demandées et faites, avec leurs comptes';

-- An attribute is a list of values, sorted, none empty; an attribute without value is not there.
CREATE FUNCTION ent.ldap_attributs(objet jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(jsonb_object_agg(a.key, a.valeurs), '{}')
    FROM (SELECT e.key, (SELECT jsonb_agg(DISTINCT btrim(v)) FILTER (WHERE btrim(v) <> '')
                         FROM jsonb_array_elements_text(CASE jsonb_typeof(e.value) WHEN 'array' THEN e.value ELSE jsonb_build_array(e.value) END) v) AS valeurs
          FROM jsonb_each(objet) e WHERE e.value <> 'null') a
    WHERE a.valeurs IS NOT NULL
$$;
COMMENT ON FUNCTION ent.ldap_attributs(jsonb) IS 'Les colonnes d''une requête de mappings/flux/ldap sous la forme d''attributs';

-- A value inside a DN (RFC 4514).
CREATE FUNCTION ent.ldap_rdn(valeur text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(regexp_replace(btrim(valeur), '([\\,+";<>=])', '\\\1', 'g'), '^#', '\#')
$$;
COMMENT ON FUNCTION ent.ldap_rdn(text) IS 'Valeur échappée pour un nom d''annuaire (DN)';

GRANT SELECT ON ent.ldap_entree, ent.ldap_suivi, ent.ldap_reconciliation TO passerelle_controle;
