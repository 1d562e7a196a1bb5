-- code: DOSSIER_COMPLET
-- famille: DOSSIER
-- flux: SIECLE_ELEVES, SIECLE_RESPONSABLES, SIECLE_STRUCTURES, SIECLE_NOMENCLATURE, SIECLE_COMMUNS, SIECLE_ETABLISSEMENTS, SIECLE_GEOGRAPHIQUE
-- effet: INFORMATION
-- file: prerequis
-- libelle: Les sept exports de SIECLE pour PRONOTE.
-- anomalie: Les {attendus} exports de SIECLE sont là : ils sont rendus ensemble dans outbox/{uai}/pronote/.
-- cause: Le dossier de l'année est complet.
-- correction: Dans PRONOTE, Imports/Exports > SIECLE > Récupérer les données, choisissez ces fichiers.
WITH piece AS (SELECT * FROM echange.pieces_du_lot('pronote', :uai, :annee, :numero))
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(*) AS attendus, :uai::text AS uai
FROM piece
HAVING count(*) = (SELECT count(*) FROM echange.piece_attendue WHERE dossier = 'pronote') AND count(DISTINCT millesime) <= 1
