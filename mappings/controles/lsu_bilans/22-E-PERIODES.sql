-- code: E-PERIODES
-- famille: REJBILAN
-- effet: REJET
-- file: prerequis
-- libelle: Bilan non importé.
-- anomalie: Veuillez effectuer le paramétrage des périodes pour la classe {classe} (<id={id}>).
-- cause: La classe n'a pas de périodicité ; une classe inconnue n'en a pas non plus.
-- correction: Si la classe est inconnue, corrigez-la d'abord. Sinon rattachez-la à une périodicité (Paramétrage > Périodes), puis importez de
--   nouveau le fichier.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.classe AS id
FROM lu_bilan b
WHERE CASE WHEN b.ecole AND b.classe_id IS NULL THEN true ELSE NOT b.de_cycle AND b.classe_id IS NOT NULL AND b.periodicite_id IS NULL END
