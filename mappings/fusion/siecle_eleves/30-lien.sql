-- Les groupes des élèves selon SIECLE. Un export qui n'en porte aucun ne dit rien des liens : ils restent. Il n'a pas de dates :
-- un lien qu'il confirme garde les siennes, et son origine.
-- entite: lien
-- cible: referentiel.lien_eleve_groupe
-- cle: eleve_id, code_groupe
-- colonnes: date_debut, date_fin, origine
-- compare: rien
-- reste: NOT EXISTS (SELECT FROM voulu)
-- par: code_groupe
-- garde: oui
SELECT DISTINCT eleve_id, code_structure AS code_groupe, NULL::date AS date_debut, NULL::date AS date_fin, 'SIECLE' AS origine
FROM siecle_eleve_structure WHERE type_structure = 'G'
