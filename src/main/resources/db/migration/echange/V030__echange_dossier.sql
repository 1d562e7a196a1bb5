-- What a school needs together: one lot per school, year and use. What is there is read in the ledger, never copied from it; only
-- what was handed over, and what people declare, is kept here.
CREATE TABLE echange.piece_attendue (
    dossier text     NOT NULL,
    flux    text     NOT NULL,
    rang    smallint NOT NULL,
    libelle text     NOT NULL,
    PRIMARY KEY (dossier, flux)
);
COMMENT ON TABLE echange.piece_attendue IS 'Ce que contient chaque dossier rendu dans outbox/<UAI>/ : pronote (synchro 2), edt (synchro 1)';
INSERT INTO echange.piece_attendue (dossier, flux, rang, libelle) VALUES
    ('pronote', 'SIECLE_ELEVES', 1, 'Élèves'),
    ('pronote', 'SIECLE_RESPONSABLES', 2, 'Responsables avec adresses'),
    ('pronote', 'SIECLE_STRUCTURES', 3, 'Structures'),
    ('pronote', 'SIECLE_NOMENCLATURE', 4, 'Nomenclature'),
    ('pronote', 'SIECLE_COMMUNS', 5, 'Communs'),
    ('pronote', 'SIECLE_ETABLISSEMENTS', 6, 'Établissements'),
    ('pronote', 'SIECLE_GEOGRAPHIQUE', 7, 'Géographique'),
    ('edt', 'STS_EMP', 1, 'Emploi du temps de STS-WEB');

CREATE TABLE echange.remise (
    uai            text        NOT NULL,
    dossier        text        NOT NULL,
    annee_scolaire integer     NOT NULL,
    numeros        bigint[]    NOT NULL,
    remis_le       timestamptz NOT NULL,
    PRIMARY KEY (uai, dossier)
);
COMMENT ON TABLE echange.remise IS 'Dernier dossier posé dans outbox/<UAI>/<dossier>/, et les dépôts dont il est fait';

ALTER TABLE echange.depot ADD COLUMN au_dossier boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN echange.depot.au_dossier IS 'Appliqué, et déjà compté dans le dossier de son établissement';
CREATE INDEX depot_a_classer ON echange.depot (uai) WHERE etat IN ('traite', 'traite_avec_anomalies') AND NOT au_dossier;

CREATE TABLE echange.synchro_declaree (
    uai            text        NOT NULL,
    annee_scolaire integer     NOT NULL,
    etape          text        NOT NULL CHECK (etape IN ('4a', '4b')),
    declaree_le    timestamptz NOT NULL,
    declaree_par   text        NOT NULL,
    message        text,
    PRIMARY KEY (uai, annee_scolaire, etape, declaree_le)
);
COMMENT ON TABLE echange.synchro_declaree IS 'Synchros qu''aucun fichier ne montre, déclarées faites par une personne (R113, R114)';

-- For each school, year and use, the deposit last applied of each flow.
CREATE VIEW echange.v_dossier_piece AS
    SELECT DISTINCT ON (d.uai, d.annee_scolaire, a.dossier, d.flux)
           d.uai, d.annee_scolaire, a.dossier, d.flux, a.libelle, a.rang, d.numero, d.fichier, d.millesime, d.horodatage AS exporte_le, d.traite_le
    FROM echange.depot d JOIN echange.piece_attendue a ON a.flux = d.flux
    WHERE d.etat IN ('traite', 'traite_avec_anomalies')
    ORDER BY d.uai, d.annee_scolaire, a.dossier, d.flux, d.traite_le DESC, d.numero DESC;

CREATE VIEW echange.v_dossier AS
    SELECT p.uai, p.annee_scolaire, p.dossier,
           ARRAY(SELECT a.libelle FROM echange.piece_attendue a WHERE a.dossier = p.dossier AND a.flux <> ALL (p.flux) ORDER BY a.rang) AS manquants,
           p.numeros, p.jours,
           CASE WHEN EXISTS (SELECT FROM echange.piece_attendue a WHERE a.dossier = p.dossier AND a.flux <> ALL (p.flux)) THEN 'incomplet'
                WHEN cardinality(p.millesimes) > 1 THEN 'retenu'
                WHEN r.numeros = p.numeros THEN 'remis'
                ELSE 'complet' END AS etat,
           CASE WHEN r.annee_scolaire = p.annee_scolaire THEN r.remis_le END AS remis_le
    FROM (SELECT uai, annee_scolaire, dossier, array_agg(flux) AS flux, array_agg(numero ORDER BY rang) AS numeros,
                 array_agg(DISTINCT exporte_le::date ORDER BY exporte_le::date) FILTER (WHERE exporte_le IS NOT NULL) AS jours,
                 array_agg(DISTINCT millesime) AS millesimes
          FROM echange.v_dossier_piece GROUP BY uai, annee_scolaire, dossier) p
    LEFT JOIN echange.remise r ON r.uai = p.uai AND r.dossier = p.dossier;

CREATE VIEW echange.v_synchro_declaree AS
    SELECT uai, annee_scolaire, etape, declaree_le, declaree_par, message FROM echange.synchro_declaree;

-- The same lot as it will be once a deposit being judged is applied: its rules ask this.
CREATE FUNCTION echange.pieces_du_lot(lot text, etablissement text, annee integer, depot_juge bigint)
    RETURNS TABLE (flux text, horodatage timestamp, millesime text) LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (d.flux) d.flux, d.horodatage, d.millesime
    FROM echange.depot d JOIN echange.piece_attendue a ON a.flux = d.flux AND a.dossier = lot
    WHERE d.uai = etablissement AND d.annee_scolaire = annee AND (d.etat IN ('traite', 'traite_avec_anomalies') OR d.numero = depot_juge)
    ORDER BY d.flux, d.numero = depot_juge DESC, d.traite_le DESC, d.numero DESC
$$;
COMMENT ON FUNCTION echange.pieces_du_lot(text, text, integer, bigint) IS 'Ce que contiendra un dossier quand le dépôt jugé sera appliqué';

GRANT SELECT ON echange.v_dossier_piece, echange.v_dossier, echange.v_synchro_declaree TO passerelle_lecture;
GRANT SELECT ON echange.piece_attendue, echange.v_dossier_piece, echange.v_dossier TO passerelle_controle;
