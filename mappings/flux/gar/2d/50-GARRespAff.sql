-- fichier: RespAff
-- element: GARRespAff
SELECT r.identifiant AS "GARPersonIdentifiant", p.nom AS "GARPersonNom", p.prenom AS "GARPersonPrenom", p.civilite AS "GARPersonCivilite",
       array_agg(DISTINCT r.courriel) AS "GARPersonMail", array_agg(r.uai ORDER BY r.uai) AS "GARRespAffEtab"
FROM gar_respaff r JOIN gar_personne p ON p.degre = r.degre AND p.personne_id = r.personne_id
WHERE r.degre = '2D' GROUP BY r.identifiant, p.nom, p.prenom, p.civilite ORDER BY r.identifiant
