-- The classes of an école are known by their number in ONDE, or by their label when the extraction does not give it: consumers
-- read one code, as for a division.
COMMENT ON COLUMN lsu.classe.id_onde IS 'Identifiant ONDE de la classe ; à défaut (extraction ancienne) son libellé';

CREATE OR REPLACE VIEW lsu.v_eleve AS
    SELECT e.id, e.id_source AS eleve_id, e.id_be, coalesce(c.code, c.id_onde) AS code_division, c.libelle AS libelle_division, v.numero AS version,
           v.nom, v.nom_usage, v.prenoms, v.date_naissance, v.sexe, v.ine, v.courriel, v.telephone, v.responsables, v.empreinte,
           e.uai, e.annee_scolaire, e.numero_depot, e.disparu_le
    FROM lsu.eleve e
    JOIN lsu.eleve_version v ON v.id = e.version_courante_id
    LEFT JOIN lsu.classe c ON c.id = e.classe_id;

CREATE OR REPLACE VIEW lsu.v_division AS
    SELECT c.id, coalesce(c.code, c.id_onde) AS code_division, c.id_onde, c.libelle, c.niveau, c.mode_source, c.mode_evaluation, p.nb_periodes,
           ARRAY(SELECT e.id_sts FROM lsu.division_prof_principal pp JOIN lsu.enseignant e ON e.id = pp.enseignant_id
                 WHERE pp.classe_id = c.id AND pp.disparu_le IS NULL ORDER BY pp.rang) AS professeurs_principaux,
           c.uai, c.annee_scolaire, c.numero_depot, c.disparu_le
    FROM lsu.classe c LEFT JOIN lsu.periodicite p ON p.id = c.periodicite_id;
