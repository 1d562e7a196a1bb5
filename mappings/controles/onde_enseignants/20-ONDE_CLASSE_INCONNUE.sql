-- code: ONDE_CLASSE_INCONNUE
-- effet: AVERTISSEMENT
-- file: groupe
-- libelle: La classe d'un enseignant n'est pas reconnue.
-- anomalie: Ligne {ligne} : {explication} {nom} {prenom} est gardé(e), sans cette classe.
-- cause: L'extraction des enseignants ne donne que le libellé de la classe.
-- correction: Déposez l'extraction des élèves du même jour, puis de nouveau celle-ci ; dans ONDE, deux classes ne devraient pas avoir le même libellé.
SELECT v.rang AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, f.ligne::text AS ligne, f.nom, f.prenom,
       CASE WHEN v.classes = 0 THEN format('aucune classe de l''école ne s''appelle « %s ».', f.classe)
            ELSE format('%s classes de l''école s''appellent « %s ».', v.classes, f.classe) END AS explication
FROM onde_enseignant_vu v JOIN onde_enseignant f USING (rang)
WHERE v.classes <> 1
