-- code: E-DATES
-- famille: REJBILAN
-- effet: REJET
-- file: prerequis
-- libelle: Bilan non importé.
-- anomalie: Les dates des périodes définies dans le fichier importé sont différentes de celles paramétrées dans LSU pour la classe {classe}
--   (<id={id}>). Vérifiez le paramétrage des périodes dans LSU et dans votre logiciel éditeur.
-- cause: Le nombre de périodes, leur début ou leur fin diffèrent : {ecart}.
-- correction: Accordez les deux : le nombre et toutes les dates doivent être égaux.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.classe AS id,
       CASE WHEN b.periode_id IS NULL THEN format('%s période(s) dans le fichier, %s dans le LSU', b.nb_periodes, b.nb_attendu)
            ELSE format('%s → %s dans le fichier, %s → %s dans le LSU', to_char(b.date_debut, 'DD/MM/YYYY'), to_char(b.date_fin, 'DD/MM/YYYY'),
                        to_char(b.debut_attendu, 'DD/MM/YYYY'), to_char(b.fin_attendue, 'DD/MM/YYYY')) END AS ecart
FROM lu_bilan b
WHERE NOT b.de_cycle AND b.periodicite_id IS NOT NULL AND b.millesime = :annee
  AND (b.periode_id IS NULL OR (b.date_debut, b.date_fin) IS DISTINCT FROM (b.debut_attendu, b.fin_attendue) AND b.date_debut IS NOT NULL)
