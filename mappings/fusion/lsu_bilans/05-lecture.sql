-- moment: avant
-- Les objets du document, chacun avec ce qu'il désigne dans le magasin LSU. Les bilans sont dans lu_bilan, un par ligne ; j est le bilan
-- tel qu'il est écrit. Un texte blanc est un texte absent.
DROP TABLE IF EXISTS lu_signataire, lu_classe, lu_eleve, lu_periode, lu_discipline, lu_enseignant, lu_element, lu_commun, lu_projet,
    lu_groupe, lu_bilan, lu_acquis, lu_longueur;

CREATE TEMPORARY TABLE lu_signataire ON COMMIT DROP AS
SELECT x.* FROM lsu_document d
CROSS JOIN jsonb_to_record(d.valeur::jsonb) AS x(id text, libelle text, civilite text, nom text, prenom text)
WHERE d.element IN ('responsable-etab', 'directeur');

CREATE TEMPORARY TABLE lu_classe ON COMMIT DROP AS
SELECT x.* FROM lsu_document d CROSS JOIN jsonb_to_record(d.valeur::jsonb) AS x(id text, id_be text, libelle text)
WHERE d.element = 'classe';

-- En 1D l'élève est reconnu par son INE, en 2D par son identifiant SIECLE ; il garde la version qui est courante aujourd'hui (R57).
CREATE TEMPORARY TABLE lu_eleve ON COMMIT DROP AS
SELECT d.rang, x.id, ltrim(btrim(x.id_be), '0') AS id_be, x.ine, upper(x.nom) AS nom, x.prenom,
       coalesce(x.code_division, c.id_be) AS classe, coalesce(x.code_division, c.libelle, c.id_be) AS classe_libelle,
       x.code_division IS NULL AS ecole, l.id AS eleve_id, l.version_courante_id, coalesce(l.id_source, l.id_be, x.id_be, x.ine) AS identifiant
FROM lsu_document d
CROSS JOIN jsonb_to_record(d.valeur::jsonb) AS x(id text, id_be text, ine text, classe_ref text, code_division text, nom text, prenom text)
LEFT JOIN lu_classe c ON c.id = x.classe_ref
LEFT JOIN lsu.eleve l ON l.uai = :uai AND l.annee_scolaire = :annee
     AND CASE WHEN x.code_division IS NULL THEN l.ine_courant = x.ine ELSE l.id_be = ltrim(btrim(x.id_be), '0') END
WHERE d.element = 'eleve';

CREATE TEMPORARY TABLE lu_periode ON COMMIT DROP AS
SELECT x.id, x.millesime, x.indice, x.nb_periodes, x.date_debut, x.date_fin FROM lsu_document d
CROSS JOIN jsonb_to_record(d.valeur::jsonb) AS x(id text, millesime integer, indice integer, nb_periodes integer, date_debut date, date_fin date)
WHERE d.element = 'periode';

CREATE TEMPORARY TABLE lu_discipline ON COMMIT DROP AS
SELECT d.rang, x.id, btrim(x.code) AS code, x.code_national, x.modalite_election AS modalite, x.libelle, x.id_lv, NULL::bigint AS discipline_id
FROM lsu_document d
CROSS JOIN jsonb_to_record(d.valeur::jsonb) AS x(id text, code text, code_national text, modalite_election text, libelle text, id_lv text)
WHERE d.element = 'discipline';

-- Un enseignant du second degré est reconnu par STS. En 1D il l'est par sa civilité et son nom, jamais par son prénom ; une civilité
-- qu'ONDE ne donne pas ne dit pas le contraire.
CREATE TEMPORARY TABLE lu_enseignant ON COMMIT DROP AS
SELECT x.id, x.type, ltrim(x.id_sts, '0') AS id_sts, x.civilite, x.nom, nullif(x.prenom, '') AS prenom,
       CASE WHEN x.type IS NULL
            THEN (SELECT n.id FROM lsu.enseignant n
                  WHERE n.uai = :uai AND n.annee_scolaire = :annee AND n.id_sts IS NULL AND n.disparu_le IS NULL
                    AND lower(btrim(n.nom)) = lower(btrim(x.nom)) AND coalesce(lsu.civilite_lue(n.civilite), x.civilite) = x.civilite
                  ORDER BY lower(n.prenom) = lower(x.prenom) DESC NULLS LAST, n.id LIMIT 1)
            ELSE (SELECT n.id FROM lsu.enseignant n
                  WHERE n.uai = :uai AND n.annee_scolaire = :annee AND n.type = x.type AND n.id_sts = ltrim(x.id_sts, '0')
                    AND n.disparu_le IS NULL) END AS enseignant_id
FROM lsu_document d
CROSS JOIN jsonb_to_record(d.valeur::jsonb) AS x(id text, type text, id_sts text, civilite text, nom text, prenom text)
WHERE d.element = 'enseignant';

CREATE TEMPORARY TABLE lu_element ON COMMIT DROP AS
SELECT x.id, lsu.texte_lu(x.libelle, 300) AS libelle FROM lsu_document d
CROSS JOIN jsonb_to_record(d.valeur::jsonb) AS x(id text, libelle text)
WHERE d.element = 'element-programme';

-- Les textes d'une classe entière, par période : ceux des parcours, celui de la vie scolaire ; et ceux des compétences numériques, par identifiant.
CREATE TEMPORARY TABLE lu_commun ON COMMIT DROP AS
SELECT d.element, d.valeur::jsonb ->> 'id' AS id, d.valeur::jsonb ->> 'periode_ref' AS periode_ref,
       coalesce(d.valeur::jsonb ->> 'code_division', c.id_be) AS classe, p.code, p.rang,
       d.valeur::jsonb ->> 'type_structure' AS structure_type, d.valeur::jsonb ->> 'code_structure' AS structure_code,
       lsu.texte_lu(coalesce(p.texte, d.valeur::jsonb ->> 'commentaire', d.valeur::jsonb ->> 'texte'), 600) AS texte
FROM lsu_document d
LEFT JOIN lu_classe c ON c.id = d.valeur::jsonb ->> 'classe_ref'
LEFT JOIN LATERAL ROWS FROM (jsonb_to_recordset(d.valeur::jsonb -> 'parcours') AS (code text, texte text)) WITH ORDINALITY AS p(code, texte, rang) ON true
WHERE d.element IN ('parcours-commun', 'vie-scolaire-commun', 'competences-numeriques-commun');

CREATE TEMPORARY TABLE lu_projet ON COMMIT DROP AS
SELECT d.element, x.id, x.intitule, x.thematique, t.libelle AS thematique_libelle, lsu.texte_lu(x.description, 600) AS description,
       x.discipline_refs, d.rang
FROM lsu_document d
CROSS JOIN jsonb_to_record(d.valeur::jsonb) AS x(id text, intitule text, thematique text, description text, discipline_refs text[])
LEFT JOIN (SELECT valeur::jsonb ->> 'code' AS code, valeur::jsonb ->> 'libelle' AS libelle
           FROM lsu_document WHERE element = 'epi-thematique') t ON t.code = x.thematique
WHERE d.element IN ('epi', 'acc-perso');

CREATE TEMPORARY TABLE lu_groupe ON COMMIT DROP AS
SELECT x.id, coalesce(x.epi_ref, x.acc_perso_ref) AS projet_ref, x.intitule, lsu.texte_lu(x.commentaire, 600) AS commentaire,
       x.enseignants_disciplines AS equipe, d.rang
FROM lsu_document d
CROSS JOIN jsonb_to_record(d.valeur::jsonb)
           AS x(id text, epi_ref text, acc_perso_ref text, intitule text, commentaire text, enseignants_disciplines jsonb)
WHERE d.element IN ('epi-groupe', 'acc-perso-groupe');

CREATE TEMPORARY TABLE lu_bilan ON COMMIT DROP AS
SELECT d.rang, d.element = 'bilan-cycle' AS de_cycle, d.valeur::jsonb AS j, e.ecole, e.identifiant, e.nom, e.prenom, e.classe, e.classe_libelle,
       e.eleve_id, e.version_courante_id, c.id AS classe_id, c.libelle AS libelle_connu, c.niveau, c.mode_source, c.mode_evaluation, c.periodicite_id,
       coalesce(p.millesime, (d.valeur::jsonb ->> 'millesime')::integer) AS millesime, p.indice, p.nb_periodes, p.date_debut, p.date_fin,
       s.nb_periodes AS nb_attendu, t.id AS periode_id, t.date_debut AS debut_attendu, t.date_fin AS fin_attendue,
       CASE WHEN d.element = 'bilan-cycle' THEN format('bilan de fin de cycle %s', d.valeur::jsonb ->> 'cycle')
            ELSE format('bilan de la période %s/%s (%s-%s)', p.indice, p.nb_periodes, p.millesime, p.millesime + 1) END AS quoi,
       CASE WHEN d.element = 'bilan-cycle' THEN format('en fin de cycle %s', d.valeur::jsonb ->> 'cycle')
            ELSE format('pour la période %s / %s ( %s-%s )', p.indice, p.nb_periodes, p.millesime, p.millesime + 1) END AS pour,
       NULL::bigint AS bilan_id, false AS remplace
FROM lsu_document d
JOIN lu_eleve e ON e.id = d.valeur::jsonb ->> 'eleve_ref'
LEFT JOIN lu_periode p ON p.id = d.valeur::jsonb ->> 'periode_ref'
LEFT JOIN lsu.classe c ON c.uai = :uai AND c.annee_scolaire = :annee AND CASE WHEN e.ecole THEN c.id_onde ELSE c.code END = e.classe
LEFT JOIN lsu.periodicite s ON s.id = c.periodicite_id
LEFT JOIN lsu.periode t ON t.periodicite_id = s.id AND t.nb_periodes = p.nb_periodes AND t.indice = p.indice
WHERE d.element IN ('bilan-periodique', 'bilan-cycle');

-- Un acquis par discipline (2D) ou par domaine ; un sous-domaine est un acquis de son domaine.
CREATE TEMPORARY TABLE lu_acquis ON COMMIT DROP AS
SELECT b.rang AS bilan, a.rang::integer AS place, 0 AS sous_place, a.j ->> 'code_domaine' AS domaine, a.j ->> 'code_domaine' AS code_domaine,
       a.j ->> 'discipline_ref' AS discipline_ref, a.j -> 'enseignant_refs' AS enseignant_refs,
       a.j -> 'element_programme_refs' AS element_refs, (a.j ->> 'positionnement')::integer AS positionnement,
       coalesce((a.j ->> 'non_evalue')::boolean, false) AS non_evalue, a.j ->> 'moyenne_eleve' AS moyenne_eleve,
       a.j ->> 'moyenne_structure' AS moyenne_structure, coalesce((a.j ->> 'eleve_non_note')::boolean, false) AS eleve_non_note,
       coalesce((a.j ->> 'structure_non_notee')::boolean, false) AS structure_non_notee,
       lsu.texte_lu(a.j ->> 'appreciation', 600) AS appreciation, a.j AS lu
FROM lu_bilan b CROSS JOIN jsonb_array_elements(b.j -> 'liste_acquis') WITH ORDINALITY AS a(j, rang)
WHERE NOT b.de_cycle
UNION ALL
SELECT b.rang, a.rang::integer, s.rang::integer, a.j ->> 'code_domaine', s.j ->> 'code_domaine', NULL, NULL, s.j -> 'element_programme_refs',
       (s.j ->> 'positionnement')::integer, coalesce((s.j ->> 'non_evalue')::boolean, false), NULL, NULL, false, false, NULL, '{}'
FROM lu_bilan b
CROSS JOIN jsonb_array_elements(b.j -> 'liste_acquis') WITH ORDINALITY AS a(j, rang)
CROSS JOIN jsonb_array_elements(a.j -> 'sous_domaines') WITH ORDINALITY AS s(j, rang)
WHERE NOT b.de_cycle;

-- Les textes plus longs que leur limite, pour le dire (A-TRONQUE).
CREATE TEMPORARY TABLE lu_longueur ON COMMIT DROP AS
SELECT l.bilan, l.quoi, l.limite FROM (
    SELECT a.bilan, 'appréciation' AS quoi, a.lu ->> 'appreciation' AS texte, 600 AS limite FROM lu_acquis a
    UNION ALL SELECT rang, 'acquis et conseils', j ->> 'acquis_conseils', 1000 FROM lu_bilan
    UNION ALL SELECT rang, 'appréciation générale', j ->> 'appreciation_generale', 1500 FROM lu_bilan
    UNION ALL SELECT rang, 'synthèse', j ->> 'synthese', 1500 FROM lu_bilan
    UNION ALL SELECT rang, 'devoirs faits', j ->> 'devoirs_faits', 600 FROM lu_bilan
    UNION ALL SELECT rang, 'vie scolaire', j -> 'vie_scolaire' ->> 'commentaire', 600 FROM lu_bilan
    UNION ALL SELECT rang, 'compétences numériques', j -> 'competences_numeriques' ->> 'appreciation_num', 600 FROM lu_bilan
    UNION ALL SELECT b.rang, 'parcours', p ->> 'texte', 600 FROM lu_bilan b CROSS JOIN jsonb_array_elements(b.j -> 'liste_parcours') p
    UNION ALL SELECT b.rang, 'EPI', p ->> 'commentaire', 600 FROM lu_bilan b CROSS JOIN jsonb_array_elements(b.j -> 'epis_eleve') p
    UNION ALL SELECT b.rang, 'accompagnement personnalisé', p ->> 'commentaire', 600
              FROM lu_bilan b CROSS JOIN jsonb_array_elements(b.j -> 'acc_persos_eleve') p
    UNION ALL SELECT b.rang, 'modalité d''accompagnement', coalesce(p ->> 'complement_ppre', p ->> 'complement_contrat_reussite'), 600
              FROM lu_bilan b CROSS JOIN jsonb_array_elements(b.j -> 'modalites_accompagnement') p) l
WHERE char_length(l.texte) > l.limite;
ANALYZE lu_bilan;
ANALYZE lu_acquis;
