-- Ce qui se lit du bloc SUPPLEANTS, dont la forme n'est pas documentée (sts.md §7) : rien n'y est jamais une faute, rien n'est deviné.
-- Chaque enfant du bloc est une suppléance si l'on y trouve deux personnes du fichier : qui remplace (son ID, ou celui d'un élément
-- SUPPLEANT ou REMPLACANT) et qui est remplacé (l'ID, ou le texte, d'un élément ou d'un attribut REMPLACE ou TITULAIRE). Les dates, ISO ou
-- françaises, sont celles de DATE_DEBUT et DATE_FIN. Le reste est gardé tel quel (85-suppleance_brute).
-- moment: avant
CREATE TEMPORARY TABLE IF NOT EXISTS sts_suppleance
    (place integer, type text, enseignant_id text, remplace_type text, remplace_id text, date_debut date, date_fin date);
TRUNCATE sts_suppleance;
INSERT INTO sts_suppleance
SELECT x.place, s.type, s.enseignant_id, r.type, r.enseignant_id, d.debut, d.fin
FROM sts_suppleants b
CROSS JOIN LATERAL XMLTABLE('/*/*' PASSING (CASE WHEN xml_is_well_formed_document(b.contenu) THEN b.contenu::xml END) COLUMNS
    place FOR ORDINALITY,
    sien text PATH 'string((@ID | .//*[contains(local-name(), "SUPPLEANT") or contains(local-name(), "REMPLACANT")]/@ID)[1])',
    sien_type text PATH 'string((@TYPE | .//*[contains(local-name(), "SUPPLEANT") or contains(local-name(), "REMPLACANT")]/@TYPE)[1])',
    autre_type text PATH 'string(.//*[contains(local-name(), "REMPLACE") or contains(local-name(), "TITULAIRE")]/@TYPE)',
    autre text PATH 'string((.//@*[contains(local-name(), "REMPLACE") or contains(local-name(), "TITULAIRE")]
        | .//*[contains(local-name(), "REMPLACE") or contains(local-name(), "TITULAIRE")]/@ID
        | .//*[contains(local-name(), "REMPLACE") or contains(local-name(), "TITULAIRE")][not(@*) and not(*)])[1])',
    debut text PATH 'normalize-space(string((.//*[local-name() = "DATE_DEBUT"] | .//@DATE_DEBUT)[1]))',
    fin text PATH 'normalize-space(string((.//*[local-name() = "DATE_FIN"] | .//@DATE_FIN)[1]))') x
-- Un identifiant de deux personnes (epp et local) ne dit pas laquelle, sauf si son TYPE est là.
JOIN (SELECT enseignant_id, type, count(*) OVER (PARTITION BY enseignant_id) AS personnes FROM sts_individu) s
    ON s.enseignant_id = btrim(x.sien) AND (s.type = x.sien_type OR (x.sien_type = '' AND s.personnes = 1))
JOIN (SELECT enseignant_id, type, count(*) OVER (PARTITION BY enseignant_id) AS personnes FROM sts_individu) r
    ON r.enseignant_id = btrim(x.autre) AND (r.type = x.autre_type OR (x.autre_type = '' AND r.personnes = 1))
CROSS JOIN LATERAL (
    SELECT CASE WHEN pg_input_is_valid(i.debut, 'date') THEN i.debut::date END AS debut,
           CASE WHEN pg_input_is_valid(i.fin, 'date') THEN i.fin::date END AS fin
    FROM (SELECT regexp_replace(x.debut, '^(\d\d)/(\d\d)/(\d{4})$', '\3-\2-\1') AS debut,
                 regexp_replace(x.fin, '^(\d\d)/(\d\d)/(\d{4})$', '\3-\2-\1') AS fin) i) d
WHERE (s.type, s.enseignant_id) <> (r.type, r.enseignant_id)
