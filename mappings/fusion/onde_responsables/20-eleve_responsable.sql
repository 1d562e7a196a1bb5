-- Les liens entre élèves et responsables : ONDE n'en dit ni la parenté ni le niveau.
-- entite: eleve_responsable
-- cible: referentiel.eleve_responsable WHERE source = 'ONDE'
-- cle: eleve_id, personne_id
-- reste: c.personne_id IN (SELECT personne_id FROM onde_responsable_garde)
SELECT DISTINCT e.eleve_id, r.personne_id
FROM onde_enfant_vu e JOIN onde_responsable_vu r ON r.rang = e.rang_responsable
WHERE e.eleve_id IS NOT NULL
