-- Les matières que chaque élève suit en option, dans l'ordre du fichier. Un export qui n'en porte aucune n'en dit rien : elles restent.
-- entite: option
-- cible: referentiel.eleve_option
-- cle: eleve_id
-- colonnes: matieres
-- reste: NOT EXISTS (SELECT FROM voulu)
SELECT eleve_id, array_agg(code_matiere ORDER BY rang) AS matieres
FROM (SELECT eleve_id, btrim(code_matiere) AS code_matiere, min(rang) AS rang
      FROM siecle_eleve_option WHERE eleve_id IS NOT NULL AND btrim(code_matiere) <> '' GROUP BY 1, 2) o
GROUP BY eleve_id
