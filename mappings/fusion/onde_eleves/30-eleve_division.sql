-- La classe de chaque élève.
-- entite: eleve_division
-- cible: referentiel.eleve_division
-- cle: eleve_id, code_division
-- reste: c.eleve_id IN (SELECT unnest(candidats) FROM onde_eleve_vu)
SELECT eleve_id, code_division FROM onde_eleve_vu WHERE place = 1 AND eleve_id IS NOT NULL AND code_division IS NOT NULL
