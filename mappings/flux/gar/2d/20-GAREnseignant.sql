-- Tous les personnels, enseignants ou non.
-- fichier: Enseignant
-- element: GAREnseignant
SELECT p.identifiant AS "GARPersonIdentifiant",
       (SELECT json_agg(json_build_object('GARStructureUAI', u.uai, 'GARPersonProfil',
                                          'National_' || CASE WHEN :minuscules THEN lower(u.profil) ELSE u.profil END))
        FROM unnest(p.uais, p.profils) AS u (uai, profil)) AS "GARPersonProfils",
       p.nom_patro AS "GARPersonNomPatro", p.nom AS "GARPersonNom", p.prenom AS "GARPersonPrenom", p.prenoms AS "GARPersonAutresPrenoms",
       p.civilite AS "GARPersonCivilite", p.rattachement AS "GARPersonStructRattach", p.uais AS "GARPersonEtab",
       p.date_naissance AS "GARPersonDateNaissance",
       (SELECT json_agg(json_build_object('GARStructureUAI', x.uai, 'GAREnsDisciplinePosteCode', to_json(x.disciplines)) ORDER BY x.uai)
        FROM gar_presence x WHERE x.personne_id = p.personne_id AND x.degre = p.degre AND x.disciplines <> '{}') AS "GAREnsDisciplinesPostes"
FROM gar_personne p WHERE p.degre = '2D' AND p.adulte ORDER BY p.identifiant
