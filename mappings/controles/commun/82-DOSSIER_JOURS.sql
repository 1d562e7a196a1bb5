-- code: DOSSIER_JOURS
-- famille: DOSSIER
-- flux: SIECLE_ELEVES, SIECLE_RESPONSABLES, SIECLE_STRUCTURES, SIECLE_NOMENCLATURE, SIECLE_COMMUNS, SIECLE_ETABLISSEMENTS, SIECLE_GEOGRAPHIQUE
-- effet: INFORMATION
-- file: prerequis
-- libelle: Les sept exports de SIECLE pour PRONOTE.
-- anomalie: Les exports de SIECLE n'ont pas été faits le même jour : {jours}.
-- cause: Entre deux exports, des élèves ou des groupes ont pu changer (R157).
-- correction: Rien d'obligatoire. Pour un chargement dans PRONOTE, refaites de préférence les sept exports le même jour.
WITH piece AS (SELECT * FROM echange.pieces_du_lot('pronote', :uai, :annee, :numero))
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant,
       string_agg(jour || ' (' || quoi || ')', ', ' ORDER BY le) AS jours
FROM (SELECT p.horodatage::date AS le, to_char(p.horodatage, 'DD/MM/YYYY') AS jour, string_agg(a.libelle, ', ' ORDER BY a.rang) AS quoi
      FROM piece p JOIN echange.piece_attendue a ON a.flux = p.flux AND a.dossier = 'pronote'
      WHERE p.horodatage IS NOT NULL GROUP BY 1, 2) par_jour
HAVING count(*) > 1
