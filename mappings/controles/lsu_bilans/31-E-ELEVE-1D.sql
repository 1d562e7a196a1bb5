-- code: E-ELEVE-1D
-- famille: REJBILAN
-- effet: REJET
-- file: eleve
-- libelle: Bilan non importé.
-- anomalie: L'élève {nom} {prenom} ({classe}) n'a pas été trouvé : son {quoi} ne sera pas importé.
-- cause: {explication}
-- correction: Vérifiez l'INE de l'élève dans ONDE et dans le logiciel d'évaluation. S'il vient d'arriver, déposez d'abord l'extraction d'ONDE.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi,
       CASE WHEN b.identifiant IS NULL OR b.identifiant = '' THEN 'Le fichier ne donne pas son INE.'
            WHEN char_length(b.identifiant) <> 11 THEN 'Son INE n''a pas onze caractères.'
            ELSE 'Son INE n''est pas celui d''un élève de l''école.' END AS explication
FROM lu_bilan b WHERE b.ecole AND b.eleve_id IS NULL
