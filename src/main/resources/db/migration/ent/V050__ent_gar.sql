-- What the GAR asks of the directory. An identifier is given when a person arrives, so that no feed ever has to give one: it says
-- nothing of the person, never changes and never serves again.
CREATE TABLE ent.identifiant_gar (
    personne_id bigint PRIMARY KEY,
    identifiant uuid   NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    cree_le     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE ent.identifiant_gar IS 'GARPersonIdentifiant : un par élève et par personnel, donné à son arrivée, jamais changé ni réutilisé';

CREATE FUNCTION ent.identifier_pour_le_gar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ent.identifiant_gar (personne_id)
    SELECT DISTINCT personne_id FROM arrivees WHERE profil <> 'Responsable' ORDER BY personne_id
    ON CONFLICT (personne_id) DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER identifier_pour_le_gar AFTER INSERT ON ent.presence
    REFERENCING NEW TABLE AS arrivees FOR EACH STATEMENT EXECUTE FUNCTION ent.identifier_pour_le_gar();
INSERT INTO ent.identifiant_gar (personne_id) SELECT DISTINCT personne_id FROM ent.presence WHERE profil <> 'Responsable';

-- Named by the head of the school, in the hub: no file of the academic system says who they are.
CREATE TABLE ent.gar_responsable (
    uai         text        NOT NULL,
    personne_id bigint      NOT NULL,
    courriel    text        NOT NULL CHECK (courriel ~ '^[^@[:space:]]+@[^@[:space:]]+$' AND char_length(courriel) <= 255),
    nomme_par   text        NOT NULL,
    nomme_le    timestamptz NOT NULL,
    PRIMARY KEY (uai, personne_id)
);
COMMENT ON TABLE ent.gar_responsable IS 'Responsables d''affectation du GAR (RespAff), nommés par le chef d''établissement : 15 au plus par établissement';

GRANT SELECT ON ent.identifiant_gar, ent.gar_responsable TO passerelle_controle;
