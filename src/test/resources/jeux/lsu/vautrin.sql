-- Collège Hélène-Vautrin, 0009201B, 2025 : ce que STS et SIECLE en disent (personnes inventées).
INSERT INTO referentiel.etablissement (uai, annee_scolaire, source, denomination, responsable, empreinte, numero_depot)
VALUES ('0009201B', 2025, 'SIECLE', 'Collège Hélène-Vautrin', 'Yolande Préverand', gen_random_uuid(), 18);

INSERT INTO referentiel.division (uai, annee_scolaire, source, code_division, libelle, empreinte, numero_depot)
SELECT '0009201B', 2025, 'STS', code, code, gen_random_uuid(), 18 FROM unnest(ARRAY['6EME A', '6EME B', '3EME C']) AS code;

INSERT INTO referentiel.groupe (uai, annee_scolaire, source, code_groupe, libelle, divisions, empreinte, numero_depot)
VALUES ('0009201B', 2025, 'STS', '6ANGG1', 'Anglais 6e', '{6EME A,6EME B}', gen_random_uuid(), 18);

INSERT INTO referentiel.matiere (uai, annee_scolaire, source, code_matiere, libelle_edition, empreinte, numero_depot)
VALUES ('0009201B', 2025, 'STS', '020700', 'Français', gen_random_uuid(), 18),
       ('0009201B', 2025, 'STS', '061300', 'Mathématiques', gen_random_uuid(), 18),
       ('0009201B', 2025, 'STS', '030201', 'Anglais LV1', gen_random_uuid(), 18),
       ('0009201B', 2025, 'STS', '020800', 'Latin', gen_random_uuid(), 18);

INSERT INTO referentiel.enseignant (uai, annee_scolaire, type, enseignant_id, civilite, nom_usage, prenom, fonction, empreinte, numero_depot)
VALUES ('0009201B', 2025, 'epp', '51001', 'MME', 'Guivarch', 'Nolwenn', 'ENS', gen_random_uuid(), 18),
       ('0009201B', 2025, 'local', '52001', 'MME', 'Mabille', 'Hortense', 'ENS', gen_random_uuid(), 18),
       ('0009201B', 2025, 'epp', '51003', 'M', 'Vasseur', 'Cyprien', 'ENS', gen_random_uuid(), 18),
       ('0009201B', 2025, 'epp', '51002', 'M', 'Talabot', 'Régis', 'ENS', gen_random_uuid(), 18),
       ('0009201B', 2025, 'epp', '51004', 'MME', 'Lorrain', 'Aïda', 'ENS', gen_random_uuid(), 18);

INSERT INTO referentiel.service (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite, enseignant_type,
                                 enseignant_id, numero_depot)
VALUES ('0009201B', 2025, 'D', '6EME B', '020700', 'CG', 'epp', '51001', 18),
       ('0009201B', 2025, 'D', '6EME A', '061300', 'CG', 'local', '52001', 18),
       ('0009201B', 2025, 'D', '6EME B', '061300', 'CG', 'local', '52001', 18),
       ('0009201B', 2025, 'G', '6ANGG1', '030201', 'CG', 'epp', '51002', 18);

INSERT INTO referentiel.professeur_principal (uai, annee_scolaire, code_division, enseignant_type, enseignant_id, numero_depot)
VALUES ('0009201B', 2025, '6EME A', 'local', '52001', 18), ('0009201B', 2025, '6EME B', 'epp', '51001', 18),
       ('0009201B', 2025, '3EME C', 'epp', '51003', 18);

INSERT INTO referentiel.eleve (uai, annee_scolaire, eleve_id, ine, nom_de_famille, prenom, date_naissance, sexe, empreinte, numero_depot)
VALUES ('0009201B', 2025, '700101', '990000101AA', 'Ozanne', 'Timéo', '2014-03-01', 'M', gen_random_uuid(), 18),
       ('0009201B', 2025, '700102', '990000102AB', 'Carpentras', 'Inès', '2014-04-02', 'F', gen_random_uuid(), 18),
       ('0009201B', 2025, '700103', '990000103AC', 'Béliard', 'Noham', '2014-05-03', 'M', gen_random_uuid(), 18),
       ('0009201B', 2025, '700104', '990000104AD', 'Lemarquis', 'Faustine', '2011-06-04', 'F', gen_random_uuid(), 18);

INSERT INTO referentiel.eleve_division (uai, annee_scolaire, eleve_id, code_division, numero_depot)
VALUES ('0009201B', 2025, '700101', '6EME B', 18), ('0009201B', 2025, '700102', '6EME B', 18), ('0009201B', 2025, '700103', '6EME A', 18),
       ('0009201B', 2025, '700104', '3EME C', 18);

INSERT INTO referentiel.lien_eleve_groupe (uai, annee_scolaire, eleve_id, code_groupe, origine, numero_depot)
SELECT '0009201B', 2025, eleve, '6ANGG1', 'ELEGROUPE', 18 FROM unnest(ARRAY['700101', '700102', '700103']) AS eleve;

INSERT INTO referentiel.responsable (uai, annee_scolaire, personne_id, civilite, nom_de_famille, prenom, courriel, empreinte, numero_depot)
VALUES ('0009201B', 2025, '55001', 'MME', 'Carpentras', 'Lise', 'lise@exemple.invalid', gen_random_uuid(), 18),
       ('0009201B', 2025, '55002', 'M', 'Carpentras', 'Paul', 'paul@exemple.invalid', gen_random_uuid(), 18);
INSERT INTO referentiel.eleve_responsable (uai, annee_scolaire, eleve_id, personne_id, lien, niveau_responsabilite, numero_depot)
VALUES ('0009201B', 2025, '700102', '55001', '1', '1', 18), ('0009201B', 2025, '700102', '55002', '2', '2', 18);
