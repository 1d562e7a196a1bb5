-- code: ONDE_AUTRE_ECOLE
-- effet: REFUS
-- file: etablissement
-- libelle: Cette extraction est celle d'une autre école.
-- anomalie: Les classes de cette extraction sont celles d'une autre école. Rien n'a été appliqué.
-- cause: Les identifiants de classe d'ONDE sont propres à une école : la plupart de ceux du fichier sont déjà connus ailleurs.
-- correction: Déposez le fichier dans le dossier de la bonne école, ou refaites l'extraction en choisissant cette école dans ONDE.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant
FROM (SELECT DISTINCT identifiant_classe FROM onde_eleve WHERE identifiant_classe IS NOT NULL) f
LEFT JOIN (SELECT DISTINCT code_division FROM referentiel.division
           WHERE uai <> :uai AND annee_scolaire = :annee AND source = 'ONDE' AND disparu_le IS NULL) d ON d.code_division = f.identifiant_classe
HAVING count(*) > 0 AND 2 * count(d.code_division) > count(*)
