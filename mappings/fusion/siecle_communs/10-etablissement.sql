-- L'identité de l'établissement selon SIECLE.
-- entite: etablissement
-- etape: siecle_etablissement
-- cible: referentiel.etablissement WHERE source = 'SIECLE'
-- cle: source
-- colonnes: denomination, complement, code_postal, commune, adresse, telephone, courriel, responsable, empreinte
SELECT * FROM siecle_etablissement
