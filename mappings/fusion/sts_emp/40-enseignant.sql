-- Les personnes de STS. Un bloc de moyens (BMP) n'est personne : il n'a pas de compte (R106).
-- entite: enseignant
-- etape: sts_individu
-- cible: referentiel.enseignant
-- cle: type, enseignant_id
-- colonnes: civilite, sexe, nom_usage, nom_patronymique, prenom, date_naissance, fonction, disciplines, empreinte
SELECT * FROM sts_individu WHERE nom_usage !~* '^BMP\M'
