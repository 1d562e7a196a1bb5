-- Le collège Hélène-Vautrin (lsu-scenarios.md) : trois périodes, divisions en import.
INSERT INTO lsu.etablissement (uai, degre, annee_scolaire, numero_depot) VALUES (:uai, '2D', 2025, 1);
INSERT INTO lsu.periodicite (etablissement_id, nb_periodes, uai, annee_scolaire, numero_depot)
SELECT id, 3, uai, 2025, 1 FROM lsu.etablissement WHERE uai = :uai;
INSERT INTO lsu.periode (periodicite_id, nb_periodes, indice, date_debut, date_fin, uai, annee_scolaire, numero_depot)
SELECT id, 3, n, d::date, f::date, uai, 2025, 1
FROM lsu.periodicite,
     (VALUES (1, '2025-09-01', '2025-11-30'), (2, '2025-12-01', '2026-03-06'), (3, '2026-03-07', '2026-07-03')) AS p(n, d, f)
WHERE uai = :uai;
INSERT INTO lsu.classe (etablissement_id, code, libelle, mode_source, periodicite_id, uai, annee_scolaire, numero_depot)
SELECT t.id, c.code, c.code, 'IMPORT', p.id, t.uai, 2025, 1
FROM lsu.etablissement t JOIN lsu.periodicite p ON p.uai = t.uai, (VALUES ('6EME A'), ('6EME B'), ('3EME C')) AS c(code)
WHERE t.uai = :uai;
WITH nouveau AS (
    SELECT nextval('lsu.eleve_id_seq') AS id, nextval('lsu.eleve_version_id_seq') AS version, t.id AS etablissement, t.uai, c.id AS classe,
           e.nom, e.prenom, e.id_be
    FROM (VALUES ('BÉLIARD', 'Noham', '700103', '6EME A'), ('OZANNE', 'Timéo', '700101', '6EME B'),
                 ('CARPENTRAS', 'Inès', '700102', '6EME B'), ('LEMARQUIS', 'Faustine', '700104', '3EME C')) AS e(nom, prenom, id_be, division)
    JOIN lsu.etablissement t ON t.uai = :uai
    JOIN lsu.classe c ON c.uai = :uai AND c.code = e.division
), eleve AS (
    INSERT INTO lsu.eleve (id, etablissement_id, id_be, id_source, classe_id, version_courante_id, uai, annee_scolaire, numero_depot)
    SELECT id, etablissement, id_be, id_be, classe, version, uai, 2025, 1 FROM nouveau
)
INSERT INTO lsu.eleve_version (id, eleve_id, numero, nom, prenoms, empreinte, statut, uai, annee_scolaire, numero_depot)
SELECT version, id, 1, nom, prenom, '', 'COURANTE', uai, 2025, 1 FROM nouveau;
INSERT INTO lsu.enseignant (etablissement_id, type, id_sts, civilite, nom, prenom, uai, annee_scolaire, numero_depot)
SELECT t.id, e.type, e.sts, e.civilite, e.nom, e.prenom, t.uai, 2025, 1
FROM lsu.etablissement t,
     (VALUES ('epp', '51001', 'MME', 'Guivarch', 'Nolwenn'), ('epp', '51003', 'M', 'Vasseur', 'Cyprien'),
             ('local', '52001', 'MME', 'Mabille', 'Hortense')) AS e(type, sts, civilite, nom, prenom)
WHERE t.uai = :uai;
