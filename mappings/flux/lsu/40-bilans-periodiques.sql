-- element: bilan-periodique
SELECT jsonb_strip_nulls(jsonb_build_object('eleve_ref', e.ref, 'periode_ref', b.periode_ref,
    'responsable_etab_ref', CASE WHEN NOT b.ecole THEN s.ref END, 'directeur_ref', CASE WHEN b.ecole THEN s.ref END,
    'prof_princ_refs', (SELECT jsonb_agg(n.ref ORDER BY x.rang, n.ref) FROM lsu.bilan_prof_principal x
                        JOIN sortie_enseignant n ON n.enseignant_id = x.enseignant_id WHERE x.bilan_id = b.id AND NOT b.ecole),
    'enseignant_refs', (SELECT jsonb_agg(n.ref ORDER BY x.rang, n.ref) FROM lsu.bilan_enseignant x
                        JOIN sortie_enseignant n ON n.enseignant_id = x.enseignant_id
                             AND (x.nom_fige IS NULL OR (n.nom, coalesce(n.prenom, '')) = (x.nom_fige, coalesce(x.prenom_fige, ''))) WHERE x.bilan_id = b.id),
    'date_conseil_classe', CASE WHEN NOT b.ecole THEN p.date_conseil END, 'date_creation', CASE WHEN b.ecole THEN p.date_creation END,
    'date_scolarite', p.date_scolarite, 'date_verrou', to_char(b.date_verrou, 'YYYY-MM-DD"T"HH24:MI:SS'),
    'liste_acquis', (
        SELECT jsonb_agg(jsonb_build_object('discipline_ref', d.ref, 'code_domaine', a.code_domaine,
                   'enseignant_refs', (SELECT jsonb_agg(n.ref ORDER BY x.rang, n.ref) FROM lsu.bilan_acquis_enseignant x
                                       JOIN sortie_enseignant n ON n.enseignant_id = x.enseignant_id WHERE x.acquis_id = a.id),
                   'element_programme_refs', (SELECT jsonb_agg(m.ref ORDER BY x.rang) FROM lsu.bilan_element_programme x
                                              JOIN sortie_element m ON m.libelle = x.libelle WHERE x.acquis_id = a.id),
                   'moyenne_eleve', a.moyenne_eleve, 'moyenne_structure', a.moyenne_structure,
                   'eleve_non_note', CASE WHEN a.eleve_non_note THEN true END, 'structure_non_notee', CASE WHEN a.structure_non_notee THEN true END,
                   'positionnement', a.positionnement, 'non_evalue', CASE WHEN a.non_evalue THEN true END, 'appreciation', a.appreciation,
                   'sous_domaines', (
                       SELECT jsonb_agg(jsonb_build_object('code_domaine', k.code_domaine, 'positionnement', k.positionnement,
                                  'non_evalue', CASE WHEN k.non_evalue THEN true END,
                                  'element_programme_refs', (SELECT jsonb_agg(m.ref ORDER BY x.rang) FROM lsu.bilan_element_programme x
                                                             JOIN sortie_element m ON m.libelle = x.libelle WHERE x.acquis_id = k.id)) ORDER BY k.rang, k.id)
                       FROM lsu.bilan_acquis k WHERE k.bilan_id = b.id AND k.parent_id = a.id)) ORDER BY a.rang, a.id)
        FROM lsu.bilan_acquis a LEFT JOIN sortie_discipline d ON d.id = a.discipline_id WHERE a.bilan_id = b.id AND a.parent_id IS NULL),
    'competences_numeriques', nullif(jsonb_strip_nulls(jsonb_build_object(
        'comp_num_commun_refs', (SELECT jsonb_agg(x.ref ORDER BY x.rang) FROM sortie_numerique x WHERE x.id = b.id),
        'appreciation_num', p.appreciation_numerique,
        'competence_num', (SELECT jsonb_agg(jsonb_build_object('code', x.code, 'niveau', x.niveau) ORDER BY x.rang, x.code)
                           FROM lsu.bilan_comp_num x WHERE x.bilan_id = b.id))), '{}'),
    'epis_eleve', (SELECT jsonb_agg(jsonb_build_object('epi_groupe_ref', x.groupe_ref, 'commentaire', x.commentaire) ORDER BY x.rang)
                   FROM sortie_epi x WHERE x.id = b.id),
    'acc_persos_eleve', (SELECT jsonb_agg(jsonb_build_object('acc_perso_groupe_ref', x.groupe_ref, 'commentaire', x.commentaire) ORDER BY x.rang)
                         FROM sortie_ap x WHERE x.id = b.id),
    'liste_parcours', (SELECT jsonb_agg(jsonb_build_object('code', x.code, 'texte', x.texte) ORDER BY x.rang, x.code)
                       FROM lsu.bilan_parcours x WHERE x.bilan_id = b.id AND x.texte IS NOT NULL),
    'modalites_accompagnement', (SELECT jsonb_agg(jsonb_build_object('code', x.code, 'complement_ppre', x.complement,
                                            'complement_contrat_reussite', x.complement_contrat) ORDER BY x.rang, x.code)
                                 FROM lsu.bilan_dispositif x WHERE x.bilan_id = b.id AND NOT b.ecole),
    'acquis_conseils', CASE WHEN NOT b.ecole THEN left(p.appreciation, 1000) END, 'appreciation_generale', CASE WHEN b.ecole THEN p.appreciation END,
    'devoirs_faits', p.devoirs_faits,
    'vie_scolaire', CASE WHEN NOT b.ecole THEN jsonb_build_object('nb_retards', p.nb_retards, 'nb_abs_justifiees', p.nb_abs_justifiees,
        'nb_abs_injustifiees', p.nb_abs_injustifiees, 'nb_heures_manquees', p.nb_heures_manquees, 'commentaire', p.vie_scolaire) END,
    'socle', (SELECT jsonb_agg(jsonb_build_object('code', x.code, 'positionnement', x.positionnement) ORDER BY x.rang, x.code)
              FROM lsu.bilan_socle x WHERE x.bilan_id = b.id),
    'responsables', nullif(b.responsables, '[]')))::text
FROM sortie_bilan b
JOIN lsu.bilan_periodique p ON p.id = b.id
JOIN sortie_eleve e ON e.eleve_id = b.eleve_id
JOIN sortie_signataire s ON (s.sign_nom, coalesce(s.sign_civilite, ''), coalesce(s.sign_prenom, '')) = (b.sign_nom, coalesce(b.sign_civilite, ''), coalesce(b.sign_prenom, ''))
WHERE NOT b.de_cycle
ORDER BY b.id
