-- Où habitent les élèves (R207). Un export « sans adresse » laisse celles qui sont connues.
-- entite: adresse
-- cible: referentiel.adresse WHERE personne = 'ELEVE'
-- cle: personne_id
-- colonnes: ligne1, ligne2, ligne3, ligne4, code_postal, commune, empreinte
-- reste: NOT EXISTS (SELECT FROM siecle_eleve_adresse)
SELECT DISTINCT ON (d.eleve_id) d.eleve_id AS personne_id, a.ligne1, a.ligne2, a.ligne3, a.ligne4, a.code_postal, a.commune, a.empreinte
FROM siecle_eleve_domicile d
JOIN siecle_eleve_adresse a ON a.adresse_id = d.adresse_id
WHERE d.eleve_id IS NOT NULL
ORDER BY d.eleve_id, d.rang, a.rang
