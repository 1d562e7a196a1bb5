-- Où habitent les responsables.
-- entite: adresse
-- cible: referentiel.adresse WHERE personne = 'RESPONSABLE'
-- cle: personne_id
-- colonnes: ligne1, ligne2, ligne3, ligne4, code_postal, commune, empreinte
-- reste: NOT EXISTS (SELECT FROM siecle_responsable_adresse)
SELECT DISTINCT ON (d.personne_id) d.personne_id, a.ligne1, a.ligne2, a.ligne3, a.ligne4, a.code_postal, a.commune, a.empreinte
FROM siecle_responsable_domicile d
JOIN siecle_responsable_adresse a ON a.adresse_id = d.adresse_id
WHERE d.personne_id IS NOT NULL
ORDER BY d.personne_id, d.rang, a.rang
