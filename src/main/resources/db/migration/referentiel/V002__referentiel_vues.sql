-- What consumers read (contract §5). The row shown for a code known to both sources is STS's, its authority (R013).
CREATE VIEW referentiel.v_division AS
    SELECT DISTINCT ON (d.uai, d.annee_scolaire, d.code_division)
           d.uai, d.annee_scolaire, d.code_division, d.libelle, d.mef,
           ARRAY(SELECT p.enseignant_id FROM referentiel.professeur_principal p
                 WHERE p.uai = d.uai AND p.annee_scolaire = d.annee_scolaire AND p.code_division = d.code_division AND p.disparu_le IS NULL
                 ORDER BY p.enseignant_id) AS professeurs_principaux,
           d.source, d.numero_depot, d.disparu_le
    FROM referentiel.division d
    ORDER BY d.uai, d.annee_scolaire, d.code_division, d.disparu_le NULLS FIRST, d.source DESC;

CREATE VIEW referentiel.v_groupe AS
    SELECT DISTINCT ON (g.uai, g.annee_scolaire, g.code_groupe)
           g.uai, g.annee_scolaire, g.code_groupe, g.libelle, g.divisions, g.mef, g.source, g.numero_depot, g.disparu_le
    FROM referentiel.groupe g
    ORDER BY g.uai, g.annee_scolaire, g.code_groupe, g.disparu_le NULLS FIRST, g.source DESC;

CREATE VIEW referentiel.v_service AS
    SELECT uai, annee_scolaire, code_structure, type_structure, code_matiere, code_modalite,
           nullif(enseignant_id, '') AS enseignant_id, nullif(enseignant_type, '') AS enseignant_type, numero_depot, disparu_le
    FROM referentiel.service;

CREATE VIEW referentiel.v_enseignant AS
    SELECT uai, annee_scolaire, enseignant_id, type, nom_usage, prenom, fonction,
           NULL::text AS remplace_id, NULL::date AS date_debut, NULL::date AS date_fin, numero_depot, disparu_le
    FROM referentiel.enseignant;

CREATE VIEW referentiel.v_eleve AS
    SELECT uai, annee_scolaire, eleve_id, ine, nom_de_famille, nom_usage, prenom, date_naissance, sexe, code_mef, date_entree, date_sortie,
           numero_depot, disparu_le
    FROM referentiel.eleve;

CREATE VIEW referentiel.v_eleve_division AS
    SELECT uai, annee_scolaire, eleve_id, code_division, date_debut, date_fin, numero_depot, disparu_le FROM referentiel.eleve_division;

CREATE VIEW referentiel.v_responsable AS
    SELECT uai, annee_scolaire, personne_id, civilite, nom_de_famille, nom_usage, prenom, courriel, numero_depot, disparu_le
    FROM referentiel.responsable;

CREATE VIEW referentiel.v_eleve_responsable AS
    SELECT uai, annee_scolaire, eleve_id, personne_id, lien, niveau_responsabilite, numero_depot, disparu_le
    FROM referentiel.eleve_responsable;

CREATE VIEW referentiel.v_lien_eleve_groupe AS
    SELECT uai, annee_scolaire, eleve_id, code_groupe, date_debut, date_fin, origine, numero_depot, disparu_le
    FROM referentiel.lien_eleve_groupe;

CREATE VIEW referentiel.v_calendrier AS
    SELECT uai, annee_scolaire, rentree_eleves, sortie_eleves, rentree_professeurs, sortie_professeurs, numero_depot, disparu_le
    FROM referentiel.calendrier;

CREATE VIEW referentiel.v_etablissement AS
    SELECT uai, annee_scolaire, source, denomination, complement, commune, numero_depot, disparu_le FROM referentiel.etablissement;

GRANT USAGE ON SCHEMA referentiel TO passerelle_lecture, passerelle_controle;
GRANT SELECT ON referentiel.v_division, referentiel.v_groupe, referentiel.v_service, referentiel.v_enseignant, referentiel.v_eleve,
    referentiel.v_eleve_division, referentiel.v_responsable, referentiel.v_eleve_responsable, referentiel.v_lien_eleve_groupe,
    referentiel.v_calendrier, referentiel.v_etablissement TO passerelle_lecture;
GRANT SELECT ON ALL TABLES IN SCHEMA referentiel TO passerelle_controle;
