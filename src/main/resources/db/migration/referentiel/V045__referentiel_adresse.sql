-- Addresses stand apart from people: an export without addresses says nothing of them, and only the LSU asks for them (R207).
CREATE TABLE referentiel.adresse (
    uai text NOT NULL, annee_scolaire integer NOT NULL, personne text NOT NULL CHECK (personne IN ('ELEVE', 'RESPONSABLE')),
    personne_id text NOT NULL, ligne1 text, ligne2 text, ligne3 text, ligne4 text, code_postal text, commune text,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, personne, personne_id)
);
COMMENT ON TABLE referentiel.adresse IS 'Adresses postales des élèves et des responsables, selon SIECLE';

ALTER TABLE referentiel.eleve ADD COLUMN telephone text;
