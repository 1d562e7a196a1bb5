-- What surrounds the school: SIECLE « Établissements » and « Géographique ». A date of closing is null while it is open.
CREATE TABLE referentiel.etablissement_connu (
    uai text NOT NULL, annee_scolaire integer NOT NULL, code_uai text NOT NULL,
    code_type text, code_nature text, code_secteur text, code_academie text, sigle text, denomination text, complement text,
    code_postal text, code_commune_insee text, commune_etrangere text, code_pays text, date_ouverture date, date_fermeture date,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, code_uai)
);
COMMENT ON TABLE referentiel.etablissement_connu IS 'Établissements que l''établissement connaît, selon SIECLE Établissements';

CREATE TABLE referentiel.pays (
    uai text NOT NULL, annee_scolaire integer NOT NULL, code_pays text NOT NULL,
    libelle_court text, libelle text, date_ouverture date, date_fermeture date,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, code_pays)
);
COMMENT ON TABLE referentiel.pays IS 'Pays, selon SIECLE Géographique : naissance, nationalité, adresse des personnes';

CREATE TABLE referentiel.departement (
    uai text NOT NULL, annee_scolaire integer NOT NULL, code_departement text NOT NULL,
    code_insee text, code_academie text, libelle text,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, code_departement)
);
COMMENT ON TABLE referentiel.departement IS 'Départements de l''académie, selon SIECLE Géographique ; le code est celui du ministère';

CREATE TABLE referentiel.commune (
    uai text NOT NULL, annee_scolaire integer NOT NULL, code_insee text NOT NULL,
    code_departement text, libelle text,
    empreinte uuid NOT NULL, numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, code_insee)
);
COMMENT ON TABLE referentiel.commune IS 'Communes que connaît l''établissement, selon SIECLE Géographique';

CREATE VIEW referentiel.v_etablissement_connu AS
    SELECT uai, annee_scolaire, code_uai, code_type, code_nature, code_secteur, sigle, denomination, complement, code_postal, code_commune_insee,
           date_ouverture, date_fermeture, numero_depot, disparu_le
    FROM referentiel.etablissement_connu;
CREATE VIEW referentiel.v_pays AS
    SELECT uai, annee_scolaire, code_pays, libelle_court, libelle, date_ouverture, date_fermeture, numero_depot, disparu_le FROM referentiel.pays;
CREATE VIEW referentiel.v_departement AS
    SELECT uai, annee_scolaire, code_departement, code_insee, code_academie, libelle, numero_depot, disparu_le FROM referentiel.departement;
CREATE VIEW referentiel.v_commune AS
    SELECT uai, annee_scolaire, code_insee, code_departement, libelle, numero_depot, disparu_le FROM referentiel.commune;

GRANT SELECT ON referentiel.v_etablissement_connu, referentiel.v_pays, referentiel.v_departement, referentiel.v_commune TO passerelle_lecture;
GRANT SELECT ON ALL TABLES IN SCHEMA referentiel TO passerelle_controle;
