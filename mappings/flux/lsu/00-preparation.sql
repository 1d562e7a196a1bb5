-- moment: avant
-- Ce qui sort d'un établissement et d'une année, avec les identifiants du fichier. Seuls sortent les bilans verrouillés auxquels rien
-- d'obligatoire ne manque ; les autres sont dans sortie_ecarte, avec leur raison.
DROP TABLE IF EXISTS sortie_candidat, sortie_ecarte, sortie_bilan, sortie_eleve, sortie_nom, sortie_enseignant, sortie_discipline,
    sortie_element, sortie_signataire, sortie_epi, sortie_ap, sortie_numerique;

CREATE TEMPORARY TABLE sortie_candidat ON COMMIT DROP AS
SELECT b.id, false AS de_cycle, b.eleve_id, b.classe_id, b.periode_id, NULL::integer AS cycle, b.etat, b.date_verrou, b.date_creation, b.appreciation AS texte,
       b.responsables, b.etablissement_version_id, b.directeur_ou_responsable, b.directeur_civilite, b.directeur_nom, b.directeur_prenom,
       num_nulls(b.date_scolarite, CASE WHEN t.degre = '2D' THEN b.date_conseil ELSE b.date_creation END) > 0 AS sans_date,
       t.degre = '2D' AND num_nulls(b.nb_retards, b.nb_abs_justifiees, b.nb_abs_injustifiees) > 0 AS sans_vie, t.degre = '1D' AS ecole
FROM lsu.bilan_periodique b JOIN lsu.classe c ON c.id = b.classe_id JOIN lsu.etablissement t ON t.id = c.etablissement_id
WHERE b.uai = :uai AND b.annee_scolaire = :annee AND b.disparu_le IS NULL
UNION ALL
SELECT b.id, true, b.eleve_id, e.classe_id, NULL, b.cycle, b.etat, b.date_verrou, b.date_creation, b.synthese, b.responsables, b.etablissement_version_id,
       b.directeur_ou_responsable, b.directeur_civilite, b.directeur_nom, b.directeur_prenom, false, false, t.degre = '1D'
FROM lsu.bilan_cycle b JOIN lsu.eleve e ON e.id = b.eleve_id JOIN lsu.etablissement t ON t.id = e.etablissement_id
WHERE b.uai = :uai AND b.annee_scolaire = :annee AND b.disparu_le IS NULL;

CREATE TEMPORARY TABLE sortie_ecarte ON COMMIT DROP AS
SELECT b.id, b.de_cycle, coalesce(e.id_source, e.id_be) AS eleve,
       CASE WHEN b.de_cycle THEN 'bilan de fin de cycle ' || b.cycle ELSE format('bilan de la période %s/%s', p.indice, p.nb_periodes) END AS objet,
       CASE WHEN b.etat <> 'VERROUILLE' THEN 'non verrouillé'
            WHEN NOT b.ecole AND e.id_be IS NULL THEN 'élève sans identifiant SIECLE'
            WHEN b.ecole AND char_length(coalesce(e.ine_courant, v.ine, '')) <> 11 THEN 'élève sans INE'
            WHEN b.classe_id IS NULL OR c.id IS NULL THEN 'élève sans classe'
            WHEN b.ecole AND c.id_onde !~ '^[0-9]+$' THEN 'classe sans identifiant ONDE'
            WHEN b.texte IS NULL THEN CASE WHEN b.de_cycle THEN 'sans synthèse' ELSE 'sans appréciation globale' END
            WHEN b.sans_date THEN 'date manquante'
            WHEN b.sans_vie THEN 'retards et absences manquants'
            WHEN b.ecole AND b.directeur_nom IS NULL AND ev.resp_nom IS NULL
                 OR NOT b.ecole AND coalesce(nullif(b.directeur_ou_responsable, ''), ev.resp_nom) IS NULL THEN 'sans signataire'
            WHEN NOT b.de_cycle AND NOT EXISTS (SELECT FROM lsu.bilan_acquis a WHERE a.bilan_id = b.id) THEN 'sans acquis'
            WHEN NOT b.de_cycle AND NOT b.ecole
                 AND EXISTS (SELECT FROM lsu.bilan_acquis a WHERE a.bilan_id = b.id
                             AND NOT EXISTS (SELECT FROM lsu.bilan_acquis_enseignant x WHERE x.acquis_id = a.id)) THEN 'acquis sans enseignant'
            WHEN NOT b.de_cycle AND b.ecole AND NOT EXISTS (SELECT FROM lsu.bilan_enseignant x WHERE x.bilan_id = b.id) THEN 'sans enseignant'
            WHEN b.de_cycle AND (SELECT count(*) FROM lsu.bilan_cycle_socle s WHERE s.bilan_id = b.id) <> 8 THEN 'socle incomplet'
       END AS motif
FROM sortie_candidat b
JOIN lsu.eleve e ON e.id = b.eleve_id
JOIN lsu.eleve_version v ON v.id = e.version_courante_id
LEFT JOIN lsu.classe c ON c.id = b.classe_id
LEFT JOIN lsu.periode p ON p.id = b.periode_id
LEFT JOIN lsu.etablissement_version ev ON ev.id = b.etablissement_version_id;

-- Un signataire par nom ; l'ordre de première apparition donne son numéro.
CREATE TEMPORARY TABLE sortie_bilan ON COMMIT DROP AS
SELECT b.*, p.indice, p.nb_periodes, p.date_debut, p.date_fin, coalesce(c.code, c.id_onde) AS classe, c.id_onde, c.libelle AS classe_libelle,
       CASE WHEN b.ecole THEN format('P_%s_%s_CL%s', p.indice, p.nb_periodes, c.id_onde) ELSE format('P_%s_%s', p.indice, p.nb_periodes) END AS periode_ref,
       CASE WHEN b.ecole THEN coalesce(b.directeur_civilite, lsu.civilite_lue(ev.resp_civilite), 'M') END AS sign_civilite,
       CASE WHEN b.ecole THEN coalesce(b.directeur_nom, ev.resp_nom)
            ELSE left(coalesce(nullif(b.directeur_ou_responsable, ''), concat_ws(' ', ev.resp_civilite, ev.resp_prenom, ev.resp_nom)), 100) END AS sign_nom,
       CASE WHEN b.ecole THEN coalesce(b.directeur_prenom, ev.resp_prenom, '-') END AS sign_prenom
FROM sortie_candidat b
JOIN sortie_ecarte x ON x.id = b.id AND x.de_cycle = b.de_cycle AND x.motif IS NULL
JOIN lsu.classe c ON c.id = b.classe_id
LEFT JOIN lsu.periode p ON p.id = b.periode_id
LEFT JOIN lsu.etablissement_version ev ON ev.id = b.etablissement_version_id;
DELETE FROM sortie_ecarte WHERE motif IS NULL;

CREATE TEMPORARY TABLE sortie_signataire ON COMMIT DROP AS
SELECT ecole, sign_civilite, sign_nom, sign_prenom,
       CASE WHEN ecole THEN 'DIR_' ELSE 'RESP_' END || row_number() OVER (ORDER BY min(id), sign_nom) AS ref
FROM sortie_bilan GROUP BY ecole, sign_civilite, sign_nom, sign_prenom;

-- Un élève n'est qu'une fois dans le fichier : sa classe est celle de son dernier bilan.
CREATE TEMPORARY TABLE sortie_eleve ON COMMIT DROP AS
SELECT DISTINCT ON (b.eleve_id) b.eleve_id, b.ecole, e.id_be, coalesce(e.ine_courant, v.ine) AS ine, left(v.nom, 100) AS nom, left(v.prenoms, 100) AS prenom,
       b.classe, b.id_onde,
       CASE WHEN b.ecole THEN 'EL_' || dense_rank() OVER (ORDER BY b.eleve_id) ELSE 'EL_' || e.id_be END AS ref
FROM sortie_bilan b
JOIN lsu.eleve e ON e.id = b.eleve_id
JOIN lsu.eleve_version v ON v.id = e.version_courante_id
ORDER BY b.eleve_id, b.de_cycle, b.indice DESC NULLS LAST;

-- Les enseignants sous le nom qu'ont les bilans verrouillés (R53) : en 2D un par identifiant STS, en 1D un par nom.
CREATE TEMPORARY TABLE sortie_nom ON COMMIT DROP AS
SELECT x.enseignant_id, x.civilite_fige AS civilite, x.nom_fige AS nom, x.prenom_fige AS prenom, b.date_verrou
FROM sortie_bilan b JOIN lsu.bilan_acquis_enseignant x ON x.bilan_id = b.id WHERE NOT b.de_cycle
UNION ALL SELECT x.enseignant_id, x.civilite_fige, x.nom_fige, x.prenom_fige, b.date_verrou
FROM sortie_bilan b JOIN lsu.bilan_prof_principal x ON x.bilan_id = b.id WHERE NOT b.de_cycle
UNION ALL SELECT x.enseignant_id, x.civilite_fige, x.nom_fige, x.prenom_fige, b.date_verrou
FROM sortie_bilan b JOIN lsu.bilan_enseignant x ON x.bilan_id = b.id WHERE NOT b.de_cycle
UNION ALL SELECT x.enseignant_id, x.civilite_fige, x.nom_fige, x.prenom_fige, b.date_verrou
FROM sortie_bilan b JOIN lsu.bilan_cycle_enseignant x ON x.bilan_id = b.id WHERE b.de_cycle
UNION ALL SELECT (e ->> 'enseignant')::bigint, NULL, NULL, NULL, '-infinity'
FROM sortie_bilan b JOIN lsu.bilan_epi x ON x.bilan_id = b.id CROSS JOIN jsonb_array_elements(x.enseignants_disciplines) e WHERE NOT b.de_cycle
UNION ALL SELECT (e ->> 'enseignant')::bigint, NULL, NULL, NULL, '-infinity'
FROM sortie_bilan b JOIN lsu.bilan_ap x ON x.bilan_id = b.id CROSS JOIN jsonb_array_elements(x.enseignants_disciplines) e WHERE NOT b.de_cycle;

CREATE TEMPORARY TABLE sortie_enseignant ON COMMIT DROP AS
SELECT DISTINCT ON (n.id, CASE WHEN n.type IS NULL THEN s.civilite || s.nom || coalesce(s.prenom, '') END)
       n.id AS enseignant_id, n.type, n.id_sts, s.civilite, s.nom, s.prenom,
       CASE WHEN n.type IS NULL THEN 'ENS_' || dense_rank() OVER (ORDER BY s.civilite, s.nom, s.prenom) ELSE format('ENS_%s_%s', n.type, n.id_sts) END AS ref
FROM (SELECT m.enseignant_id, m.date_verrou,
             CASE WHEN m.nom IS NULL THEN lsu.civilite_lue(t.civilite) ELSE coalesce(lsu.civilite_lue(m.civilite), CASE WHEN t.type IS NULL THEN 'M' END) END AS civilite,
             coalesce(nullif(m.nom, ''), nullif(t.nom, '')) AS nom, CASE WHEN m.nom IS NULL THEN t.prenom ELSE m.prenom END AS prenom
      FROM sortie_nom m JOIN lsu.enseignant t ON t.id = m.enseignant_id) s
JOIN lsu.enseignant n ON n.id = s.enseignant_id
ORDER BY n.id, CASE WHEN n.type IS NULL THEN s.civilite || s.nom || coalesce(s.prenom, '') END, s.date_verrou DESC;

CREATE TEMPORARY TABLE sortie_discipline ON COMMIT DROP AS
WITH citee AS (
    SELECT a.discipline_id FROM sortie_bilan b JOIN lsu.bilan_acquis a ON a.bilan_id = b.id WHERE NOT b.de_cycle AND a.discipline_id IS NOT NULL
    UNION SELECT d::bigint FROM sortie_bilan b JOIN lsu.bilan_epi x ON x.bilan_id = b.id CROSS JOIN jsonb_array_elements_text(x.disciplines) d
    UNION SELECT d::bigint FROM sortie_bilan b JOIN lsu.bilan_ap x ON x.bilan_id = b.id CROSS JOIN jsonb_array_elements_text(x.disciplines) d
    UNION SELECT (e ->> 'discipline')::bigint FROM sortie_bilan b JOIN lsu.bilan_epi x ON x.bilan_id = b.id
          CROSS JOIN jsonb_array_elements(x.enseignants_disciplines) e
    UNION SELECT (e ->> 'discipline')::bigint FROM sortie_bilan b JOIN lsu.bilan_ap x ON x.bilan_id = b.id
          CROSS JOIN jsonb_array_elements(x.enseignants_disciplines) e
), toutes AS (
    SELECT discipline_id FROM citee
    UNION SELECT d.langue_id FROM citee JOIN lsu.discipline d ON d.id = citee.discipline_id WHERE d.langue_id IS NOT NULL
)
SELECT d.id, d.code, d.code_national, d.modalite, left(d.libelle, 40) AS libelle, d.langue_id,
       'DI_' || regexp_replace(d.code, '[^A-Za-z0-9]', '_', 'g') || d.modalite || coalesce('_' || d.langue_id, '') AS ref
FROM toutes t JOIN lsu.discipline d ON d.id = t.discipline_id;

CREATE TEMPORARY TABLE sortie_element ON COMMIT DROP AS
SELECT libelle, 'EP_' || row_number() OVER (ORDER BY libelle) AS ref
FROM (SELECT DISTINCT x.libelle FROM sortie_bilan b JOIN lsu.bilan_element_programme x ON x.bilan_id = b.id WHERE NOT b.de_cycle) e;

-- Deux élèves suivent le même EPI quand tout ce qui le décrit est le même ; de même son groupe.
CREATE TEMPORARY TABLE sortie_epi ON COMMIT DROP AS
SELECT b.id, x.rang, x.commentaire, x.intitule, x.thematique, x.thematique_libelle, x.description, x.disciplines, x.groupe, x.commentaire_groupe,
       x.enseignants_disciplines,
       'EPI_' || dense_rank() OVER (ORDER BY x.intitule, x.thematique, x.thematique_libelle, x.description, x.disciplines) AS ref,
       'EPI_GROUPE_' || dense_rank() OVER (ORDER BY x.intitule, x.thematique, x.thematique_libelle, x.description, x.disciplines, x.groupe,
                                           x.commentaire_groupe, x.enseignants_disciplines) AS groupe_ref
FROM sortie_bilan b JOIN lsu.bilan_epi x ON x.bilan_id = b.id WHERE NOT b.de_cycle;
CREATE TEMPORARY TABLE sortie_ap ON COMMIT DROP AS
SELECT b.id, x.rang, x.commentaire, x.intitule, x.description, x.disciplines, x.groupe, x.commentaire_groupe, x.enseignants_disciplines,
       'ACC_PERSO_' || dense_rank() OVER (ORDER BY x.intitule, x.description, x.disciplines) AS ref,
       'ACC_PERSO_GROUPE_' || dense_rank() OVER (ORDER BY x.intitule, x.description, x.disciplines, x.groupe, x.commentaire_groupe,
                                                 x.enseignants_disciplines) AS groupe_ref
FROM sortie_bilan b JOIN lsu.bilan_ap x ON x.bilan_id = b.id WHERE NOT b.de_cycle;

CREATE TEMPORARY TABLE sortie_numerique ON COMMIT DROP AS
SELECT b.id, x.rang, x.structure_type, x.structure_code, x.texte,
       'CNC_' || dense_rank() OVER (ORDER BY x.structure_type, x.structure_code, x.texte) AS ref
FROM sortie_bilan b JOIN lsu.bilan_comp_num_commun x ON x.bilan_id = b.id WHERE NOT b.de_cycle;
CREATE INDEX ON sortie_element (libelle);
CREATE INDEX ON sortie_enseignant (enseignant_id);
CREATE INDEX ON sortie_epi (id);
CREATE INDEX ON sortie_ap (id);
CREATE INDEX ON sortie_numerique (id);
ANALYZE sortie_bilan;
ANALYZE sortie_eleve;
ANALYZE sortie_element;
ANALYZE sortie_enseignant;
