-- Les magasins LSU et ENT d'un établissement, une ligne de texte par objet ; « - » : disparu.
SELECT ligne FROM (
    SELECT 1 AS rang, '' AS tri, concat_ws(' | ', 'lsu établissement', degre, resp_nom) AS ligne FROM lsu.v_etablissement WHERE uai = :uai
    UNION ALL
    SELECT 2, code_division, concat_ws(' | ', 'lsu classe', code_division, coalesce(id_onde, '-'), libelle) FROM lsu.v_division WHERE uai = :uai
    UNION ALL
    SELECT 3, concat(nom, prenoms, date_naissance),
           concat_ws(' | ', 'lsu élève', nom, coalesce(nom_usage, '-'), prenoms, date_naissance, sexe, coalesce(ine, '-'),
                     coalesce(code_division, '-'), CASE WHEN id_be IS NULL THEN '1D' ELSE '2D' END, jsonb_array_length(responsables))
    FROM lsu.v_eleve WHERE uai = :uai
    UNION ALL
    SELECT 4, concat(nom, prenom), concat_ws(' | ', 'lsu enseignant', coalesce(type, '-'), coalesce(civilite, '-'), nom, coalesce(prenom, '-'))
    FROM lsu.v_enseignant WHERE uai = :uai
    UNION ALL
    SELECT 5, concat(profil, nom, prenom, date_naissance),
           CASE WHEN disparu_le IS NULL THEN '' ELSE '- ' END || concat_ws(' | ', 'ent', profil, nom, prenom, date_naissance, ine)
    FROM ent.v_personne WHERE uai = :uai
    UNION ALL
    SELECT 6, concat(g.code, g.libelle),
           CASE WHEN g.disparu_le IS NULL THEN '' ELSE '- ' END || concat_ws(' | ', 'ent groupe', g.nature, g.libelle) || ' → ' ||
           coalesce((SELECT string_agg(concat_ws(' ', p.nom, p.prenom), ', ' ORDER BY p.nom COLLATE "C", p.prenom COLLATE "C")
                     FROM ent.v_membre m JOIN ent.v_personne p ON p.personne_id = m.personne_id AND p.uai = g.uai AND p.disparu_le IS NULL
                     WHERE m.groupe_id = g.groupe_id AND m.disparu_le IS NULL), 'personne')
    FROM ent.v_groupe g WHERE g.uai = :uai
) t ORDER BY rang, tri COLLATE "C", ligne COLLATE "C"
