-- Collège inventé 0009201B, année 2025 ; 0009101T est un voisin connu par une seule division.
INSERT INTO referentiel.etablissement (uai, annee_scolaire, source, denomination, commune, empreinte, numero_depot)
VALUES ('0009201B', 2025, 'STS', 'COLLEGE HELENE VAUTRIN', 'SORBIERS', gen_random_uuid(), 18);

INSERT INTO referentiel.division (uai, annee_scolaire, source, code_division, libelle, empreinte, numero_depot)
VALUES ('0009201B', 2025, 'STS', '6A', 'SIXIEME A', gen_random_uuid(), 18),
       ('0009201B', 2025, 'SIECLE', '6A', '6e A', gen_random_uuid(), 18),
       ('0009201B', 2025, 'STS', '6B', NULL, gen_random_uuid(), 18);

INSERT INTO referentiel.groupe (uai, annee_scolaire, source, code_groupe, libelle, divisions, empreinte, numero_depot)
VALUES ('0009201B', 2025, 'STS', '6ANGG1', 'ANGLAIS 6E', '{6A,6B}', gen_random_uuid(), 18);

INSERT INTO referentiel.enseignant (uai, annee_scolaire, type, enseignant_id, civilite, nom_usage, prenom, date_naissance, fonction, empreinte,
                                    numero_depot)
VALUES ('0009201B', 2025, 'epp', '51001', 'MME', 'GUIVARCH', 'Nolwenn', '1980-02-03', 'ENS', gen_random_uuid(), 18),
       ('0009201B', 2025, 'local', '52001', NULL, 'MABILLE', 'Hortense', NULL, NULL, gen_random_uuid(), 18),
       ('0009201B', 2025, 'epp', '51009', 'M', 'KERDONCUF', 'Alban', '1975-05-05', 'EDU', gen_random_uuid(), 18);

INSERT INTO referentiel.service (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite, enseignant_type,
                                 enseignant_id, numero_depot)
VALUES ('0009201B', 2025, 'D', '6A', '020700', 'S', 'epp', '51001', 18),
       ('0009201B', 2025, 'D', '6B', '061300', 'S', '', '', 18),
       ('0009201B', 2025, 'G', '6ANGG1', '030201', 'S', 'local', '52001', 18);

INSERT INTO referentiel.professeur_principal (uai, annee_scolaire, code_division, enseignant_type, enseignant_id, numero_depot)
VALUES ('0009201B', 2025, '6B', 'epp', '51001', 18);

INSERT INTO referentiel.eleve (uai, annee_scolaire, eleve_id, ine, nom_de_famille, nom_usage, prenom, prenom2, date_naissance, sexe,
                               date_sortie, empreinte, numero_depot)
VALUES ('0009201B', 2025, '700101', '990000101AA', 'OZANNE', NULL, 'Timéo', NULL, '2014-03-01', 'M', NULL, gen_random_uuid(), 18),
       ('0009201B', 2025, '700102', '990000102AB', 'CARPENTRAS', 'CARPENTRAS-ROUX', 'Inès', 'Aurore', '2014-04-02', 'F', NULL,
        gen_random_uuid(), 18),
       ('0009201B', 2025, '700103', NULL, 'BELIARD', NULL, 'Noham', NULL, '2014-05-03', 'M', NULL, gen_random_uuid(), 18),
       ('0009201B', 2025, '700109', '990000109AJ', 'PARTI', NULL, 'Eloi', NULL, '2014-06-04', 'M', '2025-09-15', gen_random_uuid(), 18);

INSERT INTO referentiel.eleve_division (uai, annee_scolaire, eleve_id, code_division, numero_depot)
VALUES ('0009201B', 2025, '700101', '6A', 18), ('0009201B', 2025, '700102', '6A', 18), ('0009201B', 2025, '700103', '6B', 18),
       ('0009201B', 2025, '700109', '6B', 18);

INSERT INTO referentiel.lien_eleve_groupe (uai, annee_scolaire, eleve_id, code_groupe, origine, numero_depot)
VALUES ('0009201B', 2025, '700101', '6ANGG1', 'ELEGROUPE', 18), ('0009201B', 2025, '700103', '6ANGG1', 'ELEGROUPE', 18);

INSERT INTO referentiel.responsable (uai, annee_scolaire, personne_id, civilite, nom_de_famille, prenom, courriel, empreinte, numero_depot)
VALUES ('0009201B', 2025, '55001', 'MME', 'OZANNE', 'Lise', 'lise@exemple.invalid', gen_random_uuid(), 18),
       ('0009201B', 2025, '55002', 'M', 'VOISIN', 'Paul', NULL, gen_random_uuid(), 18);

-- Lise Ozanne est responsable de deux élèves ; Paul Voisin n'est que personne à contacter.
INSERT INTO referentiel.eleve_responsable (uai, annee_scolaire, eleve_id, personne_id, lien, niveau_responsabilite, numero_depot)
VALUES ('0009201B', 2025, '700101', '55001', '1', '1', 18), ('0009201B', 2025, '700102', '55001', '1', '2', 18),
       ('0009201B', 2025, '700101', '55002', '9', '3', 18);

INSERT INTO referentiel.division (uai, annee_scolaire, source, code_division, libelle, empreinte, numero_depot)
VALUES ('0009101T', 2025, 'STS', '6A', 'VOISINE', gen_random_uuid(), 18);
