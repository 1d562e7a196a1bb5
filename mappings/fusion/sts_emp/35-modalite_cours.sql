-- Les modalités de cours, et lesquelles sont un co-enseignement.
-- entite: modalite_cours
-- etape: sts_modalite_cours
-- cible: referentiel.modalite_cours
-- cle: code_modalite
-- colonnes: libelle_court, libelle, co_enseignement, empreinte
SELECT * FROM sts_modalite_cours
