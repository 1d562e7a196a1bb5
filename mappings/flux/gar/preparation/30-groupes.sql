-- moment: avant
-- Divisions et groupes de l'annuaire, leur code sans blancs. Le code est la clé pour le GAR : une division et un groupe n'ont pas le même,
-- la division l'emporte.
CREATE TEMPORARY TABLE gar_groupe ON COMMIT DROP AS
SELECT t.degre, t.uai, g.type_structure, g.code AS code_sts, btrim(g.code) AS code, btrim(g.libelle) AS libelle,
       CASE WHEN g.type_structure = 'G' THEN coalesce(s.divisions, '{}') ELSE '{}' END AS divisions,
       CASE g.type_structure WHEN 'D' THEN d.mef ELSE s.mef END AS mef,
       row_number() OVER (PARTITION BY t.uai, btrim(g.code) ORDER BY g.type_structure, g.code) AS place
FROM gar_etab t
JOIN ent.groupe g ON g.uai = t.uai AND g.annee_scolaire = t.annee_scolaire AND g.profil = '' AND g.disparu_le IS NULL
LEFT JOIN referentiel.v_division d ON g.type_structure = 'D' AND d.uai = g.uai AND d.annee_scolaire = g.annee_scolaire AND d.code_division = g.code
LEFT JOIN referentiel.v_groupe s ON g.type_structure = 'G' AND s.uai = g.uai AND s.annee_scolaire = g.annee_scolaire AND s.code_groupe = g.code;

CREATE TEMPORARY TABLE gar_lien_annuaire ON COMMIT DROP AS
SELECT t.degre, g.uai, g.type_structure, g.code AS code_sts, m.personne_id
FROM gar_etab t
JOIN ent.groupe g ON g.uai = t.uai AND g.annee_scolaire = t.annee_scolaire AND g.profil IN ('Eleve', 'Enseignant') AND g.disparu_le IS NULL
JOIN ent.membre m USING (groupe_id)
WHERE m.disparu_le IS NULL;
ANALYZE gar_lien_annuaire;

INSERT INTO gar_ecarte
SELECT x.uai, CASE WHEN NOT x.adulte THEN x.cle END, CASE WHEN x.adulte THEN 'personnel ' || x.cle ELSE 'élève' END,
       x.motif || CASE WHEN n.liens > 0 THEN format(' ; ses liens aussi (%s)', n.liens) ELSE '' END
FROM gar_exclu x
CROSS JOIN LATERAL (SELECT count(*) AS liens FROM gar_lien_annuaire l WHERE l.uai = x.uai AND l.personne_id = x.personne_id) n;
INSERT INTO gar_ecarte
SELECT g.uai, NULL, CASE g.type_structure WHEN 'D' THEN 'division ' ELSE 'groupe ' END || g.code,
       format('code déjà pris par une division ou un autre groupe ; ses liens aussi (%s)',
              (SELECT count(*) FROM gar_lien_annuaire l WHERE l.uai = g.uai AND l.type_structure = g.type_structure AND l.code_sts = g.code_sts))
FROM gar_groupe g WHERE g.place > 1;
DELETE FROM gar_groupe WHERE place > 1;
CREATE INDEX ON gar_groupe (uai, type_structure, code_sts);
ANALYZE gar_groupe;

-- Qui est dans quel groupe, parmi ceux qui sont transmis.
CREATE TEMPORARY TABLE gar_lien ON COMMIT DROP AS
SELECT l.degre, l.uai, l.type_structure, g.code, l.personne_id, p.identifiant::text AS identifiant, p.adulte
FROM gar_lien_annuaire l
JOIN gar_groupe g ON g.uai = l.uai AND g.type_structure = l.type_structure AND g.code_sts = l.code_sts
JOIN gar_presence p ON p.uai = l.uai AND p.personne_id = l.personne_id;
ANALYZE gar_lien;

-- Un groupe sans personne n'est pas transmis ; une division sans personne l'est si un groupe s'y rattache.
CREATE TEMPORARY TABLE gar_vide ON COMMIT DROP AS
SELECT g.uai, g.type_structure, g.code, g.divisions FROM gar_groupe g
LEFT JOIN (SELECT DISTINCT uai, type_structure, code FROM gar_lien) l USING (uai, type_structure, code) WHERE l.code IS NULL;
DELETE FROM gar_vide v WHERE v.type_structure = 'D' AND EXISTS (
    SELECT FROM gar_groupe g WHERE g.uai = v.uai AND v.code = ANY (g.divisions)
    AND NOT EXISTS (SELECT FROM gar_vide w WHERE w.uai = g.uai AND w.type_structure = 'G' AND w.code = g.code));
INSERT INTO gar_ecarte
SELECT uai, NULL, CASE type_structure WHEN 'D' THEN 'division ' ELSE 'groupe ' END || code, 'ni élève ni enseignant' FROM gar_vide;

-- La situation « groupes présents, non peuplés » (gar.md §8.7) : l'envoi part, et le dit.
INSERT INTO gar_ecarte
SELECT g.uai, NULL, 'groupes', format('groupes présents mais non peuplés : aucun élève dans ses %s groupes', count(*))
FROM gar_groupe g WHERE g.type_structure = 'G'
  AND NOT EXISTS (SELECT FROM gar_lien l WHERE l.uai = g.uai AND l.type_structure = 'G' AND NOT l.adulte)
GROUP BY g.uai;
DELETE FROM gar_groupe g USING gar_vide v WHERE v.uai = g.uai AND v.type_structure = g.type_structure AND v.code = g.code;

INSERT INTO gar_ecarte
SELECT g.uai, NULL, 'groupe ' || g.code, format('division « %s » inconnue : le groupe est transmis sans ce rattachement', d)
FROM gar_groupe g CROSS JOIN unnest(g.divisions) AS d
WHERE NOT EXISTS (SELECT FROM gar_groupe x WHERE x.uai = g.uai AND x.type_structure = 'D' AND x.code = btrim(d));
UPDATE gar_groupe g SET divisions = ARRAY(
    SELECT DISTINCT x.code FROM gar_groupe x JOIN unnest(g.divisions) AS d ON x.code = btrim(d) AND x.uai = g.uai AND x.type_structure = 'D' ORDER BY 1)
WHERE g.divisions <> '{}';
