-- La division de chaque élève ; il peut en avoir deux.
-- entite: eleve_division
-- cible: referentiel.eleve_division
-- cle: eleve_id, code_division
SELECT DISTINCT eleve_id, code_structure AS code_division FROM siecle_eleve_structure WHERE type_structure = 'D'
