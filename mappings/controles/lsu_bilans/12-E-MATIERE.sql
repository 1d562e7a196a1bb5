-- code: E-MATIERE
-- effet: REFUS
-- file: format
-- anomalie: La discipline « {libelle} » a le code matière « {discipline} » : il en faut un de six caractères.
-- cause: Le code matière est celui de la base centrale des nomenclatures (BCN), tel qu'il est dans STS-WEB.
-- correction: Dans le logiciel d'évaluation, donnez son code à cette discipline, puis refaites l'export.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, left(libelle, 40) AS libelle, left(code, 20) AS discipline
FROM lu_discipline WHERE code !~ '^\S{6}$'
