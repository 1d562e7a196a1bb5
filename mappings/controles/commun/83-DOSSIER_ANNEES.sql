-- code: DOSSIER_ANNEES
-- famille: DOSSIER
-- flux: SIECLE_ELEVES, SIECLE_RESPONSABLES, SIECLE_STRUCTURES, SIECLE_NOMENCLATURE, SIECLE_COMMUNS, SIECLE_ETABLISSEMENTS, SIECLE_GEOGRAPHIQUE
-- effet: AVERTISSEMENT
-- file: annee
-- libelle: Les sept exports de SIECLE pour PRONOTE.
-- anomalie: Les exports de SIECLE portent des années différentes : {annees}. Le dossier est retenu, rien n'est rendu pour PRONOTE.
-- cause: Certains exports ont été faits sur une autre année scolaire de SIECLE.
-- correction: Dans SIECLE, choisissez l'année de travail, refaites les exports de l'autre année et déposez-les ici.
WITH piece AS (SELECT * FROM echange.pieces_du_lot('pronote', :uai, :annee, :numero))
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant,
       string_agg(millesime || ' (' || quoi || ')', ', ' ORDER BY millesime) AS annees
FROM (SELECT p.millesime, string_agg(a.libelle, ', ' ORDER BY a.rang) AS quoi
      FROM piece p JOIN echange.piece_attendue a ON a.flux = p.flux AND a.dossier = 'pronote'
      WHERE p.millesime IS NOT NULL GROUP BY 1) par_annee
HAVING count(*) > 1
