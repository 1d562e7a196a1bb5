-- What consumers read (contract §5): one row per person, school and year.
CREATE VIEW ent.v_structure AS
    SELECT uai, annee_scolaire, nom, code_postal, commune, numero_depot, disparu_le FROM ent.structure;

-- The school of attachment is the one of the most recent enrolment still running (F28).
CREATE VIEW ent.v_personne AS
    SELECT p.personne_id, p.profil, p.nom, p.prenom, p.date_naissance, p.ine, r.uai AS uai_rattachement, p.systeme, p.cle,
           p.uai, p.annee_scolaire, p.numero_depot, p.disparu_le
    FROM ent.presence p
    CROSS JOIN LATERAL (SELECT a.uai FROM ent.presence a WHERE a.personne_id = p.personne_id
                        ORDER BY a.disparu_le IS NULL DESC, a.annee_scolaire DESC, a.date_entree DESC NULLS LAST, a.uai LIMIT 1) r;

CREATE VIEW ent.v_groupe AS
    SELECT groupe_id, nature, code, libelle, type_structure, nullif(profil, '') AS profil, uai, annee_scolaire, numero_depot, disparu_le
    FROM ent.groupe;

CREATE VIEW ent.v_membre AS
    SELECT groupe_id, personne_id, uai, annee_scolaire, numero_depot, disparu_le FROM ent.membre;

GRANT USAGE ON SCHEMA ent TO passerelle_lecture, passerelle_controle;
GRANT SELECT ON ent.v_structure, ent.v_personne, ent.v_groupe, ent.v_membre TO passerelle_lecture;
GRANT SELECT ON ALL TABLES IN SCHEMA ent TO passerelle_controle;
