-- What a file of bilans carries and the store did not keep: in, stored, and out again, nothing is lost.

-- A discipline of modality D belongs to a language: the same code may be there once for each.
ALTER TABLE lsu.discipline ADD COLUMN langue_id bigint REFERENCES lsu.discipline;
ALTER TABLE lsu.discipline DROP CONSTRAINT discipline_etablissement_id_annee_scolaire_code_modalite_key;
ALTER TABLE lsu.discipline ADD CONSTRAINT discipline_une_fois
    UNIQUE NULLS NOT DISTINCT (etablissement_id, annee_scolaire, code, modalite, langue_id);
COMMENT ON COLUMN lsu.discipline.langue_id IS 'Langue à laquelle tient une discipline de modalité D (id-lv)';

ALTER TABLE lsu.bilan_periodique
    ADD COLUMN directeur_civilite   text,
    ADD COLUMN directeur_nom        text,
    ADD COLUMN directeur_prenom     text,
    ADD COLUMN vie_scolaire_commun  text CHECK (char_length(vie_scolaire_commun) <= 600),
    ADD COLUMN appreciation_numerique text CHECK (char_length(appreciation_numerique) <= 600),
    ADD COLUMN responsables         jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(responsables) = 'array');
COMMENT ON COLUMN lsu.bilan_periodique.directeur_nom IS 'Directeur qui signe (1D) ; en 2D, directeur_ou_responsable suffit';
COMMENT ON COLUMN lsu.bilan_periodique.vie_scolaire_commun IS 'Texte adressé à toute la division';
COMMENT ON COLUMN lsu.bilan_periodique.responsables IS 'Destinataires d''un bilan importé : civilite, nom, prenom, legal1, legal2, lien_parente, denomination, adresse';

ALTER TABLE lsu.bilan_cycle
    ADD COLUMN directeur_civilite text,
    ADD COLUMN directeur_nom      text,
    ADD COLUMN directeur_prenom   text,
    ADD COLUMN responsables       jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(responsables) = 'array');

-- The order a list had in the file is the order it is given back in.
ALTER TABLE lsu.bilan_acquis            ADD COLUMN rang integer NOT NULL DEFAULT 1;
ALTER TABLE lsu.bilan_acquis_enseignant ADD COLUMN rang integer NOT NULL DEFAULT 1;
ALTER TABLE lsu.bilan_prof_principal    ADD COLUMN rang integer NOT NULL DEFAULT 1;
ALTER TABLE lsu.bilan_parcours          ADD COLUMN rang integer NOT NULL DEFAULT 1;
ALTER TABLE lsu.bilan_socle             ADD COLUMN rang integer NOT NULL DEFAULT 1;
ALTER TABLE lsu.bilan_comp_num          ADD COLUMN rang integer NOT NULL DEFAULT 1;
ALTER TABLE lsu.bilan_cycle_socle       ADD COLUMN rang integer NOT NULL DEFAULT 1;
ALTER TABLE lsu.bilan_dispositif
    ADD COLUMN rang integer NOT NULL DEFAULT 1,
    ADD COLUMN complement_contrat text CHECK (char_length(complement_contrat) <= 600);
COMMENT ON COLUMN lsu.bilan_dispositif.complement IS 'Complément du PPRE';
COMMENT ON COLUMN lsu.bilan_dispositif.complement_contrat IS 'Complément du contrat de réussite';

-- Two groups may have one title; the disciplines are those of the EPI, whoever teaches them in the group.
ALTER TABLE lsu.bilan_epi
    DROP CONSTRAINT bilan_epi_pkey,
    ADD COLUMN rang integer NOT NULL DEFAULT 1,
    ADD COLUMN thematique_libelle text CHECK (char_length(thematique_libelle) <= 100),
    ADD COLUMN disciplines jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(disciplines) = 'array'),
    ADD PRIMARY KEY (bilan_id, rang);
ALTER TABLE lsu.bilan_ap
    DROP CONSTRAINT bilan_ap_pkey,
    ADD COLUMN rang integer NOT NULL DEFAULT 1,
    ADD COLUMN disciplines jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(disciplines) = 'array'),
    ADD PRIMARY KEY (bilan_id, rang);
COMMENT ON COLUMN lsu.bilan_epi.disciplines IS 'Numéros de lsu.discipline, dans l''ordre du fichier';
COMMENT ON COLUMN lsu.bilan_epi.enseignants_disciplines IS 'Couples {enseignant, discipline} : numéros de lsu.enseignant et de lsu.discipline';
COMMENT ON COLUMN lsu.bilan_epi.thematique_libelle IS 'Libellé d''une thématique propre à l''établissement';

CREATE TABLE lsu.bilan_comp_num_commun (
    bilan_id       bigint  NOT NULL REFERENCES lsu.bilan_periodique ON DELETE CASCADE,
    rang           integer NOT NULL,
    structure_type text    NOT NULL CHECK (structure_type IN ('D', 'G')),
    structure_code text    NOT NULL,
    texte          text    NOT NULL CHECK (char_length(texte) BETWEEN 1 AND 600),
    uai text NOT NULL, annee_scolaire integer NOT NULL, numero_depot bigint, disparu_le timestamptz,
    PRIMARY KEY (bilan_id, rang)
);
COMMENT ON TABLE lsu.bilan_comp_num_commun IS 'Ce qu''une division ou un groupe a fait pour les compétences numériques, sur le bilan d''un élève (2D)';

CREATE TABLE lsu.bilan_enseignant (
    bilan_id      bigint  NOT NULL REFERENCES lsu.bilan_periodique ON DELETE CASCADE,
    enseignant_id bigint  NOT NULL REFERENCES lsu.enseignant,
    rang          integer NOT NULL DEFAULT 1,
    civilite_fige text, nom_fige text, prenom_fige text,
    uai text NOT NULL, annee_scolaire integer NOT NULL, numero_depot bigint, disparu_le timestamptz,
    PRIMARY KEY (bilan_id, enseignant_id)
);
COMMENT ON TABLE lsu.bilan_enseignant IS 'Enseignants qui ont fait un bilan d''école (1D) ; leur nom est celui du fichier';

CREATE TABLE lsu.bilan_cycle_enseignant (
    bilan_id      bigint  NOT NULL REFERENCES lsu.bilan_cycle ON DELETE CASCADE,
    enseignant_id bigint  NOT NULL REFERENCES lsu.enseignant,
    rang          integer NOT NULL DEFAULT 1,
    civilite_fige text, nom_fige text, prenom_fige text,
    uai text NOT NULL, annee_scolaire integer NOT NULL, numero_depot bigint, disparu_le timestamptz,
    PRIMARY KEY (bilan_id, enseignant_id)
);
COMMENT ON TABLE lsu.bilan_cycle_enseignant IS 'Professeurs principaux (2D) ou enseignants (1D) d''un bilan de fin de cycle';

CREATE TRIGGER garder_ligne BEFORE INSERT OR UPDATE OR DELETE ON lsu.bilan_comp_num_commun
    FOR EACH ROW EXECUTE FUNCTION lsu.garder_ligne('bilan_periodique');
CREATE TRIGGER garder_ligne BEFORE INSERT OR UPDATE OR DELETE ON lsu.bilan_enseignant
    FOR EACH ROW EXECUTE FUNCTION lsu.garder_ligne('bilan_periodique');
CREATE TRIGGER garder_ligne BEFORE INSERT OR UPDATE OR DELETE ON lsu.bilan_cycle_enseignant
    FOR EACH ROW EXECUTE FUNCTION lsu.garder_ligne('bilan_cycle');

CREATE FUNCTION lsu.texte_lu(texte text, limite integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN texte ~ '\S' THEN left(texte, limite) END;
COMMENT ON FUNCTION lsu.texte_lu(text, integer) IS 'Texte d''un bilan : blanc = absent, coupé à sa limite (A-TRONQUE)';

CREATE FUNCTION lsu.civilite_lue(civilite text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN civilite ~* '^(M|MR|MONSIEUR)\.?$' THEN 'M' WHEN civilite ~* '^(MME|MLLE|MADAME|MADEMOISELLE)\.?$' THEN 'MME' END;
COMMENT ON FUNCTION lsu.civilite_lue(text) IS 'Civilité dans les mots du LSU : M, MME, ou rien';

-- What an import told is the report of its deposit and echange.anomalie, as for every flow.
DROP TABLE lsu.import_message;

GRANT SELECT ON lsu.bilan_comp_num_commun, lsu.bilan_enseignant, lsu.bilan_cycle_enseignant TO passerelle_controle;
