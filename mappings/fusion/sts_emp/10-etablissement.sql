-- L'identité de l'établissement selon STS.
-- entite: etablissement
-- etape: sts_etablissement
-- cible: referentiel.etablissement WHERE source = 'STS'
-- cle: source
-- colonnes: denomination, complement, sigle, nature, statut, adresse, code_postal, commune, telephone, empreinte
SELECT * FROM sts_etablissement
