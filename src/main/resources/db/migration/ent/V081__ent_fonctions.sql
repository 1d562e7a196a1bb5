-- Who does what, for whoever reads the directory by persons and groups: STS's numbers are good in one school only.
CREATE TABLE ent.fonction (
    uai text NOT NULL, annee_scolaire integer NOT NULL, personne_id bigint NOT NULL,
    fonction text NOT NULL, code_division text NOT NULL DEFAULT '',
    disciplines text[] NOT NULL DEFAULT '{}', date_debut date, date_fin date,
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, personne_id, fonction, code_division)
);
COMMENT ON TABLE ent.fonction IS 'Fonctions des personnels dans chaque établissement ; PP : professeur principal de la division nommée';

CREATE TABLE ent.enseignement (
    groupe_id bigint NOT NULL REFERENCES ent.groupe, personne_id bigint NOT NULL,
    code_matiere text NOT NULL, matiere text NOT NULL,
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (groupe_id, personne_id, code_matiere)
);
COMMENT ON TABLE ent.enseignement IS 'Qui enseigne quelle matière à quelle classe ou quel groupe, selon les services de STS';

CREATE TABLE ent.suppleance (
    uai text NOT NULL, annee_scolaire integer NOT NULL, personne_id bigint NOT NULL, remplace_id bigint NOT NULL, rang integer NOT NULL,
    date_debut date, date_fin date,
    numero_depot bigint NOT NULL, disparu_le timestamptz,
    PRIMARY KEY (uai, annee_scolaire, personne_id, remplace_id, rang)
);
COMMENT ON TABLE ent.suppleance IS 'Qui remplace qui, de quand à quand (R036)';
COMMENT ON COLUMN ent.suppleance.rang IS 'Rang parmi les suppléances d''une personne pour une autre';

CREATE VIEW ent.v_fonction AS
    SELECT personne_id, uai, annee_scolaire, fonction, nullif(code_division, '') AS code_division, disciplines, date_debut, date_fin,
           numero_depot, disparu_le
    FROM ent.fonction;
CREATE VIEW ent.v_enseignement AS
    SELECT e.groupe_id, e.personne_id, e.code_matiere, e.matiere, g.uai, g.annee_scolaire, e.numero_depot, e.disparu_le
    FROM ent.enseignement e JOIN ent.groupe g USING (groupe_id);
CREATE VIEW ent.v_suppleance AS
    SELECT personne_id, remplace_id, date_debut, date_fin, uai, annee_scolaire, numero_depot, disparu_le FROM ent.suppleance;

GRANT SELECT ON ent.v_fonction, ent.v_enseignement, ent.v_suppleance TO passerelle_lecture;
GRANT SELECT ON ent.fonction, ent.enseignement, ent.suppleance, ent.v_fonction, ent.v_enseignement, ent.v_suppleance TO passerelle_controle;
