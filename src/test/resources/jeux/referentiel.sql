-- Le référentiel d'un établissement, une ligne de texte par objet ; « - » : disparu.
SELECT ligne FROM (
    SELECT 1 AS rang, coalesce(code_division, '') AS tri,
           CASE WHEN disparu_le IS NULL THEN '' ELSE '- ' END || concat_ws(' | ', 'division', source, code_division, libelle) AS ligne
    FROM referentiel.division WHERE uai = :uai
    UNION ALL
    SELECT 2, e.nom_de_famille || e.prenom || coalesce(e.date_naissance::text, '') || coalesce(e.ine, ''),
           CASE WHEN e.disparu_le IS NULL THEN '' ELSE '- ' END ||
           concat_ws(' | ', 'élève', e.source, e.nom_de_famille, coalesce(e.nom_usage, '-'), concat_ws(' ', e.prenom, e.prenom2, e.prenom3),
                     coalesce(e.date_naissance::text, '-'), coalesce(e.sexe, '-'), coalesce(e.ine, '-'), coalesce(e.cycle, '-'), coalesce(e.niveau, '-'),
                     coalesce((SELECT string_agg(d.code_division, ', ' ORDER BY 1) FROM referentiel.eleve_division d
                               WHERE d.uai = e.uai AND d.annee_scolaire = e.annee_scolaire AND d.eleve_id = e.eleve_id AND d.disparu_le IS NULL), '-'),
                     (SELECT format('[%s] %s', s.texte, array_to_string(s.codes, ', ')) FROM referentiel.eleve_dispositif s
                      WHERE s.uai = e.uai AND s.annee_scolaire = e.annee_scolaire AND s.eleve_id = e.eleve_id AND s.disparu_le IS NULL))
    FROM referentiel.eleve e WHERE e.uai = :uai
    UNION ALL
    SELECT 3, concat(r.nom_de_famille, r.prenom, r.civilite, r.courriel),
           CASE WHEN r.disparu_le IS NULL THEN '' ELSE '- ' END ||
           concat_ws(' | ', 'responsable', r.source, coalesce(r.civilite, '-'), r.nom_de_famille, coalesce(r.nom_usage, '-'), coalesce(r.prenom, '-'),
                     coalesce(r.courriel, '-'), coalesce(r.telephone, '-'), coalesce(r.portable, '-')) || ' → ' ||
           coalesce((SELECT string_agg(concat_ws(' ', e.nom_de_famille, e.prenom, d.code_division), ', '
                                       ORDER BY e.nom_de_famille, e.prenom, d.code_division)
                     FROM referentiel.eleve_responsable l
                     JOIN referentiel.eleve e ON e.uai = l.uai AND e.annee_scolaire = l.annee_scolaire AND e.eleve_id = l.eleve_id
                     LEFT JOIN referentiel.eleve_division d ON d.uai = l.uai AND d.annee_scolaire = l.annee_scolaire AND d.eleve_id = l.eleve_id
                               AND d.disparu_le IS NULL
                     WHERE l.uai = r.uai AND l.annee_scolaire = r.annee_scolaire AND l.personne_id = r.personne_id AND l.disparu_le IS NULL), 'personne')
    FROM referentiel.responsable r WHERE r.uai = :uai
    UNION ALL
    SELECT 4, concat(n.nom_usage, n.prenom),
           CASE WHEN n.disparu_le IS NULL THEN '' ELSE '- ' END ||
           concat_ws(' | ', 'enseignant', n.type, coalesce(n.civilite, '-'), n.nom_usage, coalesce(n.nom_patronymique, '-'), coalesce(n.prenom, '-'), n.fonction)
           || ' → ' || coalesce((SELECT string_agg(p.code_division, ', ' ORDER BY p.code_division) FROM referentiel.professeur_principal p
                                 WHERE p.uai = n.uai AND p.annee_scolaire = n.annee_scolaire AND p.enseignant_type = n.type
                                   AND p.enseignant_id = n.enseignant_id AND p.disparu_le IS NULL), 'aucune classe')
    FROM referentiel.enseignant n WHERE n.uai = :uai
    UNION ALL
    SELECT 5, source, CASE WHEN disparu_le IS NULL THEN '' ELSE '- ' END || concat_ws(' | ', 'établissement', source, denomination, responsable)
    FROM referentiel.etablissement WHERE uai = :uai
) t ORDER BY rang, tri COLLATE "C", ligne COLLATE "C"
