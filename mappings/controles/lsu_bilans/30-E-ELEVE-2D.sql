-- code: E-ELEVE-2D
-- famille: REJBILAN
-- effet: REJET
-- file: eleve
-- libelle: Bilan non importé.
-- anomalie: L'élève {nom} {prenom} ({classe}) n'a pas été trouvé : son {quoi} ne sera pas importé.
-- cause: {explication}
-- correction: Dans le logiciel d'évaluation, récupérez de nouveau les élèves de SIECLE, puis refaites l'export. Si l'élève vient d'arriver,
--   déposez d'abord l'export SIECLE des élèves.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi,
       CASE WHEN b.identifiant IS NULL OR b.identifiant = '' THEN 'Le fichier ne donne pas son identifiant SIECLE.'
            ELSE 'Son identifiant SIECLE n''est pas celui d''un élève de l''établissement.' END AS explication
FROM lu_bilan b WHERE NOT b.ecole AND b.eleve_id IS NULL
