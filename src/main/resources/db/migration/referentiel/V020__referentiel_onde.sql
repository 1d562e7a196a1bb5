-- Écoles: what ONDE says lives in the same tables. Its extractions have no identifiers: the hub gives its own numbers,
-- beyond those of SIECLE, kept from one deposit and one year to the next.
CREATE SEQUENCE referentiel.numero_onde START 1000000000;
COMMENT ON SEQUENCE referentiel.numero_onde IS 'Identifiants donnés aux élèves, responsables et enseignants d''ONDE';

ALTER TABLE referentiel.eleve
    ADD COLUMN source text NOT NULL DEFAULT 'SIECLE', ADD COLUMN cycle text, ADD COLUMN niveau text;
COMMENT ON TABLE referentiel.eleve IS 'Élèves de SIECLE, sortis compris (R014), et d''ONDE';
ALTER TABLE referentiel.responsable ADD COLUMN source text NOT NULL DEFAULT 'SIECLE';
ALTER TABLE referentiel.eleve_responsable ADD COLUMN source text NOT NULL DEFAULT 'SIECLE';
COMMENT ON COLUMN referentiel.eleve_responsable.niveau_responsabilite IS 'Vide quand la source (ONDE) ne le dit pas';

-- Sensitive (health, handicap): no view, hence no reader outside the hub.
CREATE TABLE referentiel.eleve_dispositif (
    uai text NOT NULL, annee_scolaire integer NOT NULL, eleve_id text NOT NULL,
    texte text NOT NULL, codes text[] NOT NULL, vu_le timestamptz NOT NULL,
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, eleve_id)
);
COMMENT ON TABLE referentiel.eleve_dispositif IS
    'Colonne « Dispositif(s) » d''ONDE : le texte tel quel, le jour où il a été vu, les codes reconnus ; ses dates ne sont pas devinées';
GRANT SELECT ON referentiel.eleve_dispositif TO passerelle_controle;

-- The same name however it is typed: capitals, accents, hyphens, blanks, apostrophes.
CREATE FUNCTION referentiel.cle_nom(texte text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(regexp_replace(upper(normalize(replace(replace(replace(replace(texte, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'), NFD)),
                                          '[^A-Z0-9]', '', 'g'), ''), texte)
$$;
COMMENT ON FUNCTION referentiel.cle_nom(text) IS 'Nom sans casse, accents, traits d''union, blancs ni apostrophes, pour rapprocher deux saisies';
