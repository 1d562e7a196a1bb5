-- École élémentaire des Sorbiers, 0009101T, 2025 : ce qu'ONDE en dit (personnes inventées).
INSERT INTO referentiel.etablissement (uai, annee_scolaire, source, denomination, adresse, telephone, courriel, responsable, empreinte, numero_depot)
VALUES ('0009101T', 2025, 'ONDE', 'École élémentaire des Sorbiers', '1 rue des Osselets', '0100000001', 'sorbiers@exemple.invalid', 'Solenn Aubrac',
        gen_random_uuid(), 18);

INSERT INTO referentiel.division (uai, annee_scolaire, source, code_division, libelle, empreinte, numero_depot)
VALUES ('0009101T', 2025, 'ONDE', '90013', 'CP-1', gen_random_uuid(), 18), ('0009101T', 2025, 'ONDE', '90011', 'CE2-1', gen_random_uuid(), 18),
       ('0009101T', 2025, 'ONDE', '90012', 'CM1-2', gen_random_uuid(), 18);

INSERT INTO referentiel.enseignant (uai, annee_scolaire, type, enseignant_id, civilite, nom_usage, nom_patronymique, prenom, fonction, empreinte, numero_depot)
VALUES ('0009101T', 2025, 'onde', '1000000901', 'MME', 'Aubrac', 'Aubrac', 'Solenn', 'DIR', gen_random_uuid(), 18),
       ('0009101T', 2025, 'onde', '1000000902', 'M', 'Tournier', 'Tournier', 'Basile', 'ENS', gen_random_uuid(), 18);

INSERT INTO referentiel.eleve (uai, annee_scolaire, source, eleve_id, ine, nom_de_famille, prenom, date_naissance, sexe, empreinte, numero_depot)
VALUES ('0009101T', 2025, 'ONDE', '1000000001', '990000001ZA', 'Kervella', 'Maëlys', '2017-01-11', 'F', gen_random_uuid(), 18),
       ('0009101T', 2025, 'ONDE', '1000000002', '990000002ZB', 'Delclos', 'Oumar', '2017-02-12', 'M', gen_random_uuid(), 18),
       ('0009101T', 2025, 'ONDE', '1000000003', '990000003ZC', 'Fabrègue', 'Lison', '2016-03-13', 'F', gen_random_uuid(), 18),
       ('0009101T', 2025, 'ONDE', '1000000004', '990000004ZD', 'Torrens', 'Ismaël', '2016-04-14', 'M', gen_random_uuid(), 18),
       ('0009101T', 2025, 'ONDE', '1000000005', '990000005ZE', 'Marchadour', 'Zélie', '2019-05-15', 'F', gen_random_uuid(), 18);

INSERT INTO referentiel.eleve_division (uai, annee_scolaire, eleve_id, code_division, numero_depot)
VALUES ('0009101T', 2025, '1000000001', '90011', 18), ('0009101T', 2025, '1000000002', '90011', 18),
       ('0009101T', 2025, '1000000003', '90012', 18), ('0009101T', 2025, '1000000004', '90012', 18),
       ('0009101T', 2025, '1000000005', '90013', 18);

INSERT INTO referentiel.responsable (uai, annee_scolaire, source, personne_id, civilite, nom_de_famille, prenom, telephone, empreinte, numero_depot)
VALUES ('0009101T', 2025, 'ONDE', '1000000801', 'MME', 'Kervella', 'Nora', '0600000001', gen_random_uuid(), 18);
INSERT INTO referentiel.eleve_responsable (uai, annee_scolaire, source, eleve_id, personne_id, numero_depot)
VALUES ('0009101T', 2025, 'ONDE', '1000000001', '1000000801', 18);
