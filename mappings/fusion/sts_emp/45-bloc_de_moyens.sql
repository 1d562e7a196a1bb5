-- Les postes à pourvoir (BMP) : jamais des personnes, mais des services les citent (R106).
-- entite: bloc_de_moyens
-- cible: referentiel.bloc_de_moyens
-- cle: type, enseignant_id
-- colonnes: libelle, empreinte
SELECT type, enseignant_id, nom_usage AS libelle, empreinte FROM sts_individu WHERE nom_usage ~* '^BMP\M'
