-- element: bilan-cycle
SELECT jsonb_strip_nulls(jsonb_build_object('eleve_ref', e.ref, 'cycle', c.cycle, 'millesime', (:annee)::text,
    'responsable_etab_ref', CASE WHEN NOT b.ecole THEN s.ref END, 'directeur_ref', CASE WHEN b.ecole THEN s.ref END,
    CASE WHEN b.ecole THEN 'enseignant_refs' ELSE 'prof_princ_refs' END,
        (SELECT jsonb_agg(n.ref ORDER BY x.rang, n.ref) FROM lsu.bilan_cycle_enseignant x
         JOIN sortie_enseignant n ON n.enseignant_id = x.enseignant_id
              AND (n.type IS NOT NULL OR x.nom_fige IS NULL OR (n.nom, coalesce(n.prenom, '')) = (x.nom_fige, coalesce(x.prenom_fige, '')))
         WHERE x.bilan_id = b.id),
    'date_creation', c.date_creation, 'date_verrou', to_char(b.date_verrou, 'YYYY-MM-DD"T"HH24:MI:SS'),
    'socle', (SELECT jsonb_agg(jsonb_build_object('code', x.code, 'positionnement', x.positionnement) ORDER BY x.rang, x.code)
              FROM lsu.bilan_cycle_socle x WHERE x.bilan_id = b.id),
    'synthese', c.synthese,
    'enseignement_complement', CASE WHEN c.enseignement_complement IS NOT NULL
        THEN jsonb_build_object('code', c.enseignement_complement, 'positionnement', c.complement_positionnement) END,
    'langue_culture_regionale', CASE WHEN c.langue_regionale IS NOT NULL
        THEN jsonb_build_object('code', c.langue_regionale, 'positionnement', c.langue_positionnement) END,
    'responsables', nullif(b.responsables, '[]')))::text
FROM sortie_bilan b
JOIN lsu.bilan_cycle c ON c.id = b.id
JOIN sortie_eleve e ON e.eleve_id = b.eleve_id
JOIN sortie_signataire s ON (s.sign_nom, coalesce(s.sign_civilite, ''), coalesce(s.sign_prenom, '')) = (b.sign_nom, coalesce(b.sign_civilite, ''), coalesce(b.sign_prenom, ''))
WHERE b.de_cycle
ORDER BY b.id
