-- Who is missing from the sources keeps the account for the delay of the profile; a wrong export then costs nobody anything.
ALTER TABLE ent.presence ADD COLUMN absent_depuis timestamptz;
CREATE INDEX presence_absente ON ent.presence (uai) WHERE absent_depuis IS NOT NULL AND disparu_le IS NULL;
COMMENT ON COLUMN ent.presence.absent_depuis IS 'Depuis quand la source ne connaît plus cette personne ; vide pour qui est là';

CREATE OR REPLACE VIEW ent.v_personne AS
    SELECT p.personne_id, p.profil, p.nom, p.prenom, p.date_naissance, p.ine, r.uai AS uai_rattachement, p.systeme, p.cle,
           p.uai, p.annee_scolaire, p.numero_depot, p.disparu_le, p.absent_depuis
    FROM ent.presence p
    CROSS JOIN LATERAL (SELECT a.uai FROM ent.presence a WHERE a.personne_id = p.personne_id
                        ORDER BY a.disparu_le IS NULL DESC, a.annee_scolaire DESC, a.date_entree DESC NULLS LAST, a.uai LIMIT 1) r;
