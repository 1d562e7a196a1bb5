-- moment: apres-fusion
-- Ce que les bilans contiennent, puis l'import se ferme.
UPDATE lu_bilan b SET bilan_id = n.id FROM lsu.bilan_periodique n
WHERE NOT b.de_cycle AND (n.eleve_id, n.periode_id) = (b.eleve_id, b.periode_id);
UPDATE lu_bilan b SET bilan_id = n.id FROM lsu.bilan_cycle n
WHERE b.de_cycle AND n.eleve_id = b.eleve_id AND n.cycle = (b.j ->> 'cycle')::integer;

INSERT INTO lsu.bilan_acquis (bilan_id, discipline_id, code_domaine, service_id, positionnement, non_evalue, moyenne_eleve, moyenne_structure,
                              eleve_non_note, structure_non_notee, appreciation, rang, uai, annee_scolaire, numero_depot)
SELECT b.bilan_id, d.discipline_id, a.code_domaine, s.id, a.positionnement, a.non_evalue, a.moyenne_eleve, a.moyenne_structure, a.eleve_non_note,
       a.structure_non_notee, a.appreciation, a.place, :uai, :annee, :numero
FROM lu_acquis a
JOIN lu_bilan b ON b.rang = a.bilan
LEFT JOIN lu_discipline d ON d.id = a.discipline_ref
LEFT JOIN lsu.service s ON s.uai = :uai AND s.annee_scolaire = :annee AND s.discipline_id = d.discipline_id AND s.structure_type = 'D'
     AND s.structure_code = b.classe
WHERE a.sous_place = 0
ORDER BY a.bilan, a.place;
INSERT INTO lsu.bilan_acquis (bilan_id, code_domaine, parent_id, positionnement, non_evalue, rang, uai, annee_scolaire, numero_depot)
SELECT b.bilan_id, a.code_domaine, p.id, a.positionnement, a.non_evalue, a.sous_place, :uai, :annee, :numero
FROM lu_acquis a JOIN lu_bilan b ON b.rang = a.bilan
JOIN lsu.bilan_acquis p ON p.bilan_id = b.bilan_id AND p.code_domaine = a.domaine AND p.parent_id IS NULL
WHERE a.sous_place > 0
ORDER BY a.bilan, a.place, a.sous_place;

CREATE TEMPORARY TABLE lu_acquis_entre ON COMMIT DROP AS
SELECT a.*, b.bilan_id, n.id AS acquis_id FROM lu_acquis a
JOIN lu_bilan b ON b.rang = a.bilan
LEFT JOIN lu_discipline d ON d.id = a.discipline_ref
JOIN lsu.bilan_acquis n ON n.bilan_id = b.bilan_id AND CASE WHEN a.discipline_ref IS NULL THEN n.code_domaine = a.code_domaine
                                                            ELSE n.discipline_id = d.discipline_id END;

INSERT INTO lsu.bilan_acquis_enseignant (acquis_id, bilan_id, enseignant_id, rang, civilite_fige, nom_fige, prenom_fige, uai, annee_scolaire, numero_depot)
SELECT a.acquis_id, a.bilan_id, n.enseignant_id, min(r.rang), coalesce(min(n.civilite), min(m.civilite)), coalesce(min(n.nom), min(m.nom)),
       coalesce(min(n.prenom), CASE WHEN min(n.nom) IS NULL THEN min(m.prenom) END), :uai, :annee, :numero
FROM lu_acquis_entre a
CROSS JOIN jsonb_array_elements_text(a.enseignant_refs) WITH ORDINALITY AS r(id, rang)
JOIN lu_enseignant n ON n.id = r.id
JOIN lsu.enseignant m ON m.id = n.enseignant_id
GROUP BY a.acquis_id, a.bilan_id, n.enseignant_id;

INSERT INTO lsu.bilan_element_programme (acquis_id, bilan_id, rang, libelle, uai, annee_scolaire, numero_depot)
SELECT a.acquis_id, a.bilan_id, r.rang, e.libelle, :uai, :annee, :numero
FROM lu_acquis_entre a
CROSS JOIN jsonb_array_elements_text(a.element_refs) WITH ORDINALITY AS r(id, rang)
JOIN lu_element e ON e.id = r.id AND e.libelle IS NOT NULL;
DROP TABLE lu_acquis_entre;

-- Professeurs principaux (2D) ou enseignants du bilan (1D), sous le nom que le fichier leur donne.
CREATE TEMPORARY TABLE lu_equipe ON COMMIT DROP AS
SELECT b.bilan_id, b.de_cycle, b.ecole, n.enseignant_id, min(r.rang)::integer AS rang, coalesce(min(n.civilite), min(m.civilite)) AS civilite,
       coalesce(min(n.nom), min(m.nom)) AS nom, coalesce(min(n.prenom), CASE WHEN min(n.nom) IS NULL THEN min(m.prenom) END) AS prenom
FROM lu_bilan b
CROSS JOIN jsonb_array_elements_text(coalesce(b.j -> 'prof_princ_refs', b.j -> 'enseignant_refs')) WITH ORDINALITY AS r(id, rang)
JOIN lu_enseignant n ON n.id = r.id
JOIN lsu.enseignant m ON m.id = n.enseignant_id
GROUP BY b.bilan_id, b.de_cycle, b.ecole, n.enseignant_id;
INSERT INTO lsu.bilan_prof_principal (bilan_id, enseignant_id, rang, civilite_fige, nom_fige, prenom_fige, uai, annee_scolaire, numero_depot)
SELECT bilan_id, enseignant_id, rang, civilite, nom, prenom, :uai, :annee, :numero FROM lu_equipe WHERE NOT de_cycle AND NOT ecole;
INSERT INTO lsu.bilan_enseignant (bilan_id, enseignant_id, rang, civilite_fige, nom_fige, prenom_fige, uai, annee_scolaire, numero_depot)
SELECT bilan_id, enseignant_id, rang, civilite, nom, prenom, :uai, :annee, :numero FROM lu_equipe WHERE NOT de_cycle AND ecole;
INSERT INTO lsu.bilan_cycle_enseignant (bilan_id, enseignant_id, rang, civilite_fige, nom_fige, prenom_fige, uai, annee_scolaire, numero_depot)
SELECT bilan_id, enseignant_id, rang, civilite, nom, prenom, :uai, :annee, :numero FROM lu_equipe WHERE de_cycle;
DROP TABLE lu_equipe;

-- En 2D les modalités du fichier ; en 1D, jamais : les dispositifs d'ONDE qui ont un jour commun avec la période (R34, R42).
INSERT INTO lsu.bilan_dispositif (bilan_id, code, rang, complement, complement_contrat, uai, annee_scolaire, numero_depot)
SELECT b.bilan_id, m.j ->> 'code', m.rang, lsu.texte_lu(m.j ->> 'complement_ppre', 600), lsu.texte_lu(m.j ->> 'complement_contrat_reussite', 600),
       :uai, :annee, :numero
FROM lu_bilan b CROSS JOIN jsonb_array_elements(b.j -> 'modalites_accompagnement') WITH ORDINALITY AS m(j, rang)
WHERE NOT b.ecole AND NOT b.de_cycle;
INSERT INTO lsu.bilan_dispositif (bilan_id, code, uai, annee_scolaire, numero_depot)
SELECT b.bilan_id, d.code, :uai, :annee, :numero::bigint
FROM lu_bilan b CROSS JOIN LATERAL lsu.dispositifs_de(b.eleve_id, b.debut_attendu, b.fin_attendue) d
WHERE b.ecole AND NOT b.de_cycle;

-- Le texte de la classe se lit sur chacun de ses bilans, à côté de celui de l'élève.
INSERT INTO lsu.bilan_parcours (bilan_id, code, rang, commun, texte, uai, annee_scolaire, numero_depot)
SELECT b.bilan_id, coalesce(p.code, c.code), coalesce(p.rang, 100 + c.rang), c.texte, p.texte, :uai, :annee, :numero
FROM lu_bilan b
CROSS JOIN LATERAL (
    SELECT x.j ->> 'code' AS code, lsu.texte_lu(x.j ->> 'texte', 600) AS texte, x.rang
    FROM jsonb_array_elements(b.j -> 'liste_parcours') WITH ORDINALITY AS x(j, rang)
    UNION ALL
    SELECT k.code, NULL, NULL FROM lu_commun k
    WHERE k.element = 'parcours-commun' AND k.periode_ref = b.j ->> 'periode_ref' AND k.classe = b.classe AND k.texte IS NOT NULL
      AND NOT EXISTS (SELECT FROM jsonb_array_elements(b.j -> 'liste_parcours') y WHERE y ->> 'code' = k.code)) p
LEFT JOIN lu_commun c ON c.element = 'parcours-commun' AND c.periode_ref = b.j ->> 'periode_ref' AND c.classe = b.classe AND c.code = p.code
WHERE NOT b.de_cycle AND (p.texte IS NOT NULL OR c.texte IS NOT NULL);

INSERT INTO lsu.bilan_epi (bilan_id, rang, groupe, intitule, thematique, thematique_libelle, description, disciplines, commentaire_groupe,
                           commentaire, enseignants_disciplines, uai, annee_scolaire, numero_depot)
SELECT b.bilan_id, x.rang, g.intitule, p.intitule, p.thematique, left(p.thematique_libelle, 100), p.description, d.numeros, g.commentaire,
       lsu.texte_lu(x.j ->> 'commentaire', 600), e.couples, :uai, :annee, :numero
FROM lu_bilan b
CROSS JOIN jsonb_array_elements(b.j -> 'epis_eleve') WITH ORDINALITY AS x(j, rang)
JOIN lu_groupe g ON g.id = x.j ->> 'epi_groupe_ref'
JOIN lu_projet p ON p.id = g.projet_ref
CROSS JOIN LATERAL (SELECT jsonb_agg(n.discipline_id ORDER BY r.rang) AS numeros FROM unnest(p.discipline_refs) WITH ORDINALITY AS r(id, rang)
                    JOIN lu_discipline n ON n.id = r.id) d
CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('enseignant', n.enseignant_id, 'discipline', m.discipline_id) ORDER BY r.rang) AS couples
                    FROM jsonb_array_elements(g.equipe) WITH ORDINALITY AS r(j, rang)
                    JOIN lu_enseignant n ON n.id = r.j ->> 'enseignant_ref' JOIN lu_discipline m ON m.id = r.j ->> 'discipline_ref') e;
INSERT INTO lsu.bilan_ap (bilan_id, rang, groupe, intitule, description, disciplines, commentaire_groupe, commentaire, enseignants_disciplines,
                          uai, annee_scolaire, numero_depot)
SELECT b.bilan_id, x.rang, g.intitule, p.intitule, p.description, d.numeros, g.commentaire, lsu.texte_lu(x.j ->> 'commentaire', 600), e.couples,
       :uai, :annee, :numero
FROM lu_bilan b
CROSS JOIN jsonb_array_elements(b.j -> 'acc_persos_eleve') WITH ORDINALITY AS x(j, rang)
JOIN lu_groupe g ON g.id = x.j ->> 'acc_perso_groupe_ref'
JOIN lu_projet p ON p.id = g.projet_ref
CROSS JOIN LATERAL (SELECT jsonb_agg(n.discipline_id ORDER BY r.rang) AS numeros FROM unnest(p.discipline_refs) WITH ORDINALITY AS r(id, rang)
                    JOIN lu_discipline n ON n.id = r.id) d
CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('enseignant', n.enseignant_id, 'discipline', m.discipline_id) ORDER BY r.rang) AS couples
                    FROM jsonb_array_elements(g.equipe) WITH ORDINALITY AS r(j, rang)
                    JOIN lu_enseignant n ON n.id = r.j ->> 'enseignant_ref' JOIN lu_discipline m ON m.id = r.j ->> 'discipline_ref') e;

INSERT INTO lsu.bilan_socle (bilan_id, code, positionnement, rang, uai, annee_scolaire, numero_depot)
SELECT b.bilan_id, x.j ->> 'code', (x.j ->> 'positionnement')::integer, x.rang, :uai, :annee, :numero
FROM lu_bilan b CROSS JOIN jsonb_array_elements(b.j -> 'socle') WITH ORDINALITY AS x(j, rang) WHERE NOT b.de_cycle;
INSERT INTO lsu.bilan_cycle_socle (bilan_id, code, positionnement, rang, uai, annee_scolaire, numero_depot)
SELECT b.bilan_id, x.j ->> 'code', (x.j ->> 'positionnement')::integer, x.rang, :uai, :annee, :numero
FROM lu_bilan b CROSS JOIN jsonb_array_elements(b.j -> 'socle') WITH ORDINALITY AS x(j, rang) WHERE b.de_cycle;
INSERT INTO lsu.bilan_comp_num (bilan_id, code, niveau, rang, uai, annee_scolaire, numero_depot)
SELECT b.bilan_id, x.j ->> 'code', (x.j ->> 'niveau')::integer, x.rang, :uai, :annee, :numero
FROM lu_bilan b CROSS JOIN jsonb_array_elements(b.j -> 'competences_numeriques' -> 'competence_num') WITH ORDINALITY AS x(j, rang);
INSERT INTO lsu.bilan_comp_num_commun (bilan_id, rang, structure_type, structure_code, texte, uai, annee_scolaire, numero_depot)
SELECT b.bilan_id, r.rang, c.structure_type, c.structure_code, c.texte, :uai, :annee, :numero
FROM lu_bilan b
CROSS JOIN jsonb_array_elements_text(b.j -> 'competences_numeriques' -> 'comp_num_commun_refs') WITH ORDINALITY AS r(id, rang)
JOIN lu_commun c ON c.element = 'competences-numeriques-commun' AND c.id = r.id AND c.texte IS NOT NULL;

UPDATE lsu.import_lot SET fin = greatest(now(), debut), bilans_importes = (SELECT count(*) FROM lu_bilan)
WHERE id = nullif(current_setting('lsu.import_id'), '')::bigint;
SELECT set_config('lsu.import_id', '', true);
