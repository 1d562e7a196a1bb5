-- L'école élémentaire des Sorbiers (lsu-scenarios.md) : CP-1 et CE2-1 en saisie directe, CM1-2 en import, deux périodes.
INSERT INTO lsu.etablissement (uai, degre, annee_scolaire, numero_depot) VALUES (:uai, '1D', 2025, 1);
INSERT INTO lsu.periodicite (etablissement_id, nb_periodes, uai, annee_scolaire, numero_depot)
SELECT id, 2, uai, 2025, 1 FROM lsu.etablissement WHERE uai = :uai;
INSERT INTO lsu.periode (periodicite_id, nb_periodes, indice, date_debut, date_fin, uai, annee_scolaire, numero_depot)
SELECT id, 2, n, d::date, f::date, uai, 2025, 1
FROM lsu.periodicite, (VALUES (1, '2025-09-01', '2026-01-30'), (2, '2026-01-31', '2026-07-03')) AS p(n, d, f) WHERE uai = :uai;
INSERT INTO lsu.classe (etablissement_id, id_onde, libelle, mode_source, periodicite_id, uai, annee_scolaire, numero_depot)
SELECT t.id, c.onde, c.libelle, c.mode, p.id, t.uai, 2025, 1
FROM lsu.etablissement t JOIN lsu.periodicite p ON p.uai = t.uai,
     (VALUES ('90013', 'CP-1', 'SAISIE_DIRECTE'), ('90011', 'CE2-1', 'SAISIE_DIRECTE'), ('90012', 'CM1-2', 'IMPORT')) AS c(onde, libelle, mode)
WHERE t.uai = :uai;
WITH nouveau AS (
    SELECT nextval('lsu.eleve_id_seq') AS id, nextval('lsu.eleve_version_id_seq') AS version, t.id AS etablissement, t.uai, c.id AS classe,
           e.nom, e.prenom, e.ine, e.source
    FROM (VALUES ('MARCHADOUR', 'Zélie', '990000005ZE', '90013', '1005'), ('KERVELLA', 'Maëlys', '990000001ZA', '90011', '1001'),
                 ('DELCLOS', 'Oumar', '990000002ZB', '90011', '1002'), ('FABRÈGUE', 'Lison', '990000003ZC', '90012', '1003'),
                 ('TORRENS', 'Ismaël', '990000004ZD', '90012', '1004')) AS e(nom, prenom, ine, onde, source)
    JOIN lsu.etablissement t ON t.uai = :uai
    JOIN lsu.classe c ON c.uai = :uai AND c.id_onde = e.onde
), eleve AS (
    INSERT INTO lsu.eleve (id, etablissement_id, ine_courant, id_source, classe_id, version_courante_id, uai, annee_scolaire, numero_depot)
    SELECT id, etablissement, ine, source, classe, version, uai, 2025, 1 FROM nouveau
)
INSERT INTO lsu.eleve_version (id, eleve_id, numero, nom, prenoms, ine, empreinte, statut, uai, annee_scolaire, numero_depot)
SELECT version, id, 1, nom, prenom, ine, '', 'COURANTE', uai, 2025, 1 FROM nouveau;
INSERT INTO lsu.enseignant (etablissement_id, civilite, nom, prenom, uai, annee_scolaire, numero_depot)
SELECT id, 'M', 'Tournier', 'Basile', uai, 2025, 1 FROM lsu.etablissement WHERE uai = :uai;
