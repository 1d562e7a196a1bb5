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

-- A class or a group has the pupils and the teachers of its profile groups.
CREATE VIEW ent.v_membre AS
    SELECT m.groupe_id, m.personne_id, g.uai, g.annee_scolaire, m.numero_depot, m.disparu_le
    FROM ent.membre m JOIN ent.groupe g USING (groupe_id)
    UNION ALL
    SELECT s.groupe_id, m.personne_id, s.uai, s.annee_scolaire, m.numero_depot, m.disparu_le
    FROM ent.groupe s
    JOIN ent.groupe g ON g.uai = s.uai AND g.annee_scolaire = s.annee_scolaire AND g.type_structure = s.type_structure AND g.code = s.code
        AND g.profil IN ('Eleve', 'Enseignant')
    JOIN ent.membre m ON m.groupe_id = g.groupe_id
    WHERE s.profil = '';

GRANT USAGE ON SCHEMA ent TO passerelle_lecture, passerelle_controle;
GRANT SELECT ON ent.v_structure, ent.v_personne, ent.v_groupe, ent.v_membre TO passerelle_lecture;
GRANT SELECT ON ALL TABLES IN SCHEMA ent TO passerelle_controle;
