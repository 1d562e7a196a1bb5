-- Qui remplace qui, et quand, pour ce que le bloc SUPPLEANTS de STS en dit ; le bloc lui-même reste dans suppleance_brute.
CREATE TABLE referentiel.suppleance (
    uai text NOT NULL, annee_scolaire integer NOT NULL, type text NOT NULL, enseignant_id text NOT NULL,
    remplace_type text NOT NULL, remplace_id text NOT NULL, rang integer NOT NULL, date_debut date, date_fin date,
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, type, enseignant_id, remplace_type, remplace_id, rang)
);
COMMENT ON TABLE referentiel.suppleance IS 'Suppléances lues dans STS : qui remplace qui, de quand à quand (R036)';
COMMENT ON COLUMN referentiel.suppleance.rang IS 'Rang parmi les suppléances d''une personne pour une autre';

CREATE OR REPLACE VIEW referentiel.v_enseignant AS
    SELECT e.uai, e.annee_scolaire, e.enseignant_id, e.type, e.nom_usage, e.prenom, e.fonction,
           s.remplace_id, s.date_debut, s.date_fin, e.numero_depot, e.disparu_le
    FROM referentiel.enseignant e
    LEFT JOIN LATERAL (
        SELECT s.remplace_id, s.date_debut, s.date_fin FROM referentiel.suppleance s
        WHERE s.uai = e.uai AND s.annee_scolaire = e.annee_scolaire AND s.type = e.type AND s.enseignant_id = e.enseignant_id
          AND s.disparu_le IS NULL
        ORDER BY s.date_debut DESC NULLS LAST, s.remplace_id, s.rang LIMIT 1) s ON true;

CREATE VIEW referentiel.v_suppleance AS
    SELECT uai, annee_scolaire, enseignant_id, type, remplace_id, remplace_type, date_debut, date_fin, numero_depot, disparu_le
    FROM referentiel.suppleance;
GRANT SELECT ON referentiel.v_suppleance TO passerelle_lecture;
GRANT SELECT ON referentiel.suppleance, referentiel.v_suppleance TO passerelle_controle;
