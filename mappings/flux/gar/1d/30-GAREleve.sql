-- fichier: Eleve
-- element: GAREleve
SELECT p.identifiant AS "GARPersonIdentifiant",
       (SELECT json_agg(json_build_object('GARStructureUAI', u, 'GARPersonProfil', CASE WHEN :minuscules THEN 'National_elv' ELSE 'National_ELV' END))
        FROM unnest(p.uais) AS u) AS "GARPersonProfils",
       p.nom_patro AS "GARPersonNomPatro", p.nom AS "GARPersonNom", p.prenom AS "GARPersonPrenom", p.prenoms AS "GARPersonAutresPrenoms",
       p.civilite AS "GARPersonCivilite", p.rattachement AS "GARPersonStructRattach", p.uais AS "GARPersonEtab",
       p.date_naissance AS "GARPersonDateNaissance"
FROM gar_personne p WHERE p.degre = '1D' AND NOT p.adulte ORDER BY p.identifiant
