-- Les groupes que l'emploi du temps envoie à STS, sauf ceux qui portent le code d'une division (C38_EDT).
-- entite: edt_groupe
-- etape: emp_groupe
-- cible: referentiel.edt_groupe
-- cle: code_groupe
-- colonnes: libelle, divisions, effectif_prevu, effectif_max, empreinte
SELECT * FROM emp_groupe WHERE code_groupe NOT IN (SELECT valeurs ->> 'code' FROM constat WHERE code = 'C38_EDT')
