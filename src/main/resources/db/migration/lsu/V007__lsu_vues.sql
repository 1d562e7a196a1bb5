-- What consumers read (contract §5). Identity is read through the version, nowhere else (I5).
CREATE VIEW lsu.v_etablissement AS
    SELECT e.id, e.uai, e.degre, v.numero AS version, v.denomination, v.adresse1, v.adresse2, v.adresse3, v.adresse4, v.code_postal,
           v.commune, v.telephone, v.courriel, v.resp_civilite, v.resp_nom, v.resp_prenom,
           e.annee_scolaire, e.numero_depot, e.disparu_le
    FROM lsu.etablissement e LEFT JOIN lsu.etablissement_version v ON v.id = e.version_courante_id;

CREATE VIEW lsu.v_eleve AS
    SELECT e.id, e.id_source AS eleve_id, e.id_be, c.code AS code_division, c.libelle AS libelle_division, v.numero AS version,
           v.nom, v.nom_usage, v.prenoms, v.date_naissance, v.sexe, v.ine, v.courriel, v.telephone, v.responsables, v.empreinte,
           e.uai, e.annee_scolaire, e.numero_depot, e.disparu_le
    FROM lsu.eleve e
    JOIN lsu.eleve_version v ON v.id = e.version_courante_id
    LEFT JOIN lsu.classe c ON c.id = e.classe_id;

CREATE VIEW lsu.v_eleve_archive AS
    SELECT v.id, e.id_source AS eleve_id, e.id_be, v.numero AS version, v.nom, v.nom_usage, v.prenoms, v.date_naissance, v.sexe, v.ine,
           v.courriel, v.telephone, v.responsables, v.empreinte, v.archivee_le, v.archivee_par_sync_id,
           v.uai, v.annee_scolaire, v.numero_depot, v.disparu_le
    FROM lsu.eleve_version v JOIN lsu.eleve e ON e.id = v.eleve_id
    WHERE v.statut = 'ARCHIVEE';

CREATE VIEW lsu.v_enseignant AS
    SELECT id, type, id_sts, id_sts AS enseignant_id, civilite, nom, prenom, uai, annee_scolaire, numero_depot, disparu_le
    FROM lsu.enseignant;

CREATE VIEW lsu.v_division AS
    SELECT c.id, c.code AS code_division, c.id_onde, c.libelle, c.niveau, c.mode_source, c.mode_evaluation, p.nb_periodes,
           ARRAY(SELECT e.id_sts FROM lsu.division_prof_principal pp JOIN lsu.enseignant e ON e.id = pp.enseignant_id
                 WHERE pp.classe_id = c.id AND pp.disparu_le IS NULL ORDER BY pp.rang) AS professeurs_principaux,
           c.uai, c.annee_scolaire, c.numero_depot, c.disparu_le
    FROM lsu.classe c LEFT JOIN lsu.periodicite p ON p.id = c.periodicite_id;

CREATE VIEW lsu.v_periode AS
    SELECT p.id, p.indice, p.nb_periodes, p.date_debut, p.date_fin, d.libelle AS periodicite,
           ARRAY(SELECT coalesce(c.code, c.id_onde) FROM lsu.classe c WHERE c.uai = p.uai AND c.periodicite_id = d.id ORDER BY 1) AS divisions,
           p.uai, p.annee_scolaire, p.numero_depot, p.disparu_le
    FROM lsu.periode p JOIN lsu.periodicite d ON d.id = p.periodicite_id;

CREATE VIEW lsu.v_dispositif AS
    SELECT d.id, e.id_source AS eleve_id, e.ine_courant AS ine, d.code, d.date_debut, d.date_fin, d.vu_le,
           d.uai, d.annee_scolaire, d.numero_depot, d.disparu_le
    FROM lsu.dispositif_eleve d JOIN lsu.eleve e ON e.id = d.eleve_id;

-- A locked bilan shows the identity, school and label it was locked with; an unlocked one those of today.
CREATE VIEW lsu.v_bilan_periodique AS
    SELECT b.id, e.id_source AS eleve_id, e.id_be, v.nom, v.nom_usage, v.prenoms, v.date_naissance, v.sexe, v.ine,
           c.code AS code_division, coalesce(b.classe_libelle_fige, c.libelle) AS libelle_division, ev.denomination,
           p.indice, p.nb_periodes, p.date_debut, p.date_fin, b.etat, b.mode, b.date_verrou, b.directeur_ou_responsable, b.date_conseil,
           b.date_creation, b.date_scolarite, b.appreciation, b.devoirs_faits, b.vie_scolaire, b.nb_retards, b.nb_abs_justifiees,
           b.nb_abs_injustifiees, b.nb_heures_manquees,
           ARRAY(SELECT d.code FROM lsu.bilan_dispositif d WHERE d.bilan_id = b.id ORDER BY d.code) AS dispositifs,
           ARRAY(SELECT n.id_sts FROM lsu.bilan_prof_principal pp JOIN lsu.enseignant n ON n.id = pp.enseignant_id
                 WHERE pp.bilan_id = b.id ORDER BY n.id_sts) AS professeurs_principaux,
           b.uai, b.annee_scolaire, b.numero_depot, b.disparu_le
    FROM lsu.bilan_periodique b
    JOIN lsu.eleve e ON e.id = b.eleve_id
    JOIN lsu.eleve_version v ON v.id = CASE b.etat WHEN 'VERROUILLE' THEN b.eleve_version_id ELSE e.version_courante_id END
    JOIN lsu.classe c ON c.id = b.classe_id
    JOIN lsu.etablissement t ON t.id = c.etablissement_id
    LEFT JOIN lsu.etablissement_version ev ON ev.id = coalesce(b.etablissement_version_id, t.version_courante_id)
    JOIN lsu.periode p ON p.id = b.periode_id;

GRANT USAGE ON SCHEMA lsu TO passerelle_lecture, passerelle_controle;
GRANT SELECT ON lsu.v_etablissement, lsu.v_eleve, lsu.v_eleve_archive, lsu.v_enseignant, lsu.v_division, lsu.v_periode, lsu.v_dispositif,
    lsu.v_bilan_periodique TO passerelle_lecture;
GRANT SELECT ON ALL TABLES IN SCHEMA lsu TO passerelle_controle;
