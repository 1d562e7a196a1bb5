-- The number of a structure in the AAF feed: given once per UAI, kept from year to year, never that of anybody else.
CREATE TABLE ent.structure_numero (
    uai    text   PRIMARY KEY,
    numero bigint NOT NULL UNIQUE DEFAULT nextval('ent.numero_personne')
);
COMMENT ON TABLE ent.structure_numero IS 'Numéros AAF des établissements (ENTStructureJointure) : tirés de la même suite que ceux des personnes, donnés une fois';
COMMENT ON SEQUENCE ent.numero_personne IS 'Numéros des personnes et des établissements : donnés une fois, jamais changés ni réutilisés';
INSERT INTO ent.structure_numero (uai) SELECT DISTINCT uai FROM ent.structure ORDER BY uai;

-- What the consumers hold: the next complete is compared with the last one, a delta is made between the last two.
CREATE TABLE ent.complet_publie (
    rang         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consommateur text   NOT NULL,
    parcelle     text   NOT NULL,
    paquet       text   NOT NULL UNIQUE,
    effectifs    jsonb  NOT NULL
);
CREATE INDEX complet_publie_dernier ON ent.complet_publie (consommateur, parcelle, rang DESC);
COMMENT ON TABLE ent.complet_publie IS 'Complets AAF publiés à tout le périmètre d''un consommateur';
COMMENT ON COLUMN ent.complet_publie.effectifs IS 'Nombre de personnes de chaque établissement : {UAI: {catégorie: nombre}}';

-- Telephone numbers as the feed writes them; one that is not of ten French digits is left as it is.
CREATE FUNCTION ent.telephone_international(texte text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN regexp_replace(texte, '[ .-]', '', 'g') ~ '^0[1-9][0-9]{8}$'
                THEN regexp_replace(regexp_replace(texte, '[ .-]', '', 'g'), '^0(.)(..)(..)(..)(..)$', '+33 \1 \2 \3 \4 \5')
                ELSE nullif(btrim(texte), '') END
$$;
COMMENT ON FUNCTION ent.telephone_international(text) IS 'Numéro de téléphone en +33 quand c''en est un de France';
