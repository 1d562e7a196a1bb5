-- One row per élève, not per option: only the feeds ask for them, always all of one élève.
CREATE TABLE referentiel.eleve_option (
    uai text NOT NULL, annee_scolaire integer NOT NULL, eleve_id text NOT NULL, matieres text[] NOT NULL,
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, eleve_id)
);
COMMENT ON TABLE referentiel.eleve_option IS 'Matières suivies en option par chaque élève, dans l''ordre du fichier';
GRANT SELECT ON referentiel.eleve_option TO passerelle_controle;
