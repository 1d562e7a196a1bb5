-- Les élèves d'ONDE. Une extraction sans INE ni autres prénoms (ancienne génération) n'efface pas ceux qui sont connus.
-- entite: eleve
-- etape: onde_eleve
-- repetition: empreinte
-- cible: referentiel.eleve WHERE source = 'ONDE'
-- cle: eleve_id
-- colonnes: ine, nom_de_famille, nom_usage, prenom, prenom2, prenom3, date_naissance, sexe, cycle, niveau, empreinte
-- compare: ine, nom_de_famille, nom_usage, prenom, prenom2, prenom3, date_naissance, sexe, cycle, niveau
-- reste: c.eleve_id IN (SELECT unnest(candidats) FROM onde_eleve_vu)
-- garde: oui
SELECT v.eleve_id, coalesce(v.ine, c.ine) AS ine, f.nom_de_famille, f.nom_usage, f.prenom, coalesce(f.prenom2, c.prenom2) AS prenom2,
       coalesce(f.prenom3, c.prenom3) AS prenom3, f.date_naissance, f.sexe, f.cycle, f.niveau, f.empreinte
FROM onde_eleve_vu v
JOIN onde_eleve f USING (rang)
LEFT JOIN referentiel.eleve c ON c.uai = :uai AND c.annee_scolaire = :annee AND c.eleve_id = v.eleve_id
WHERE v.place = 1 AND v.eleve_id IS NOT NULL
