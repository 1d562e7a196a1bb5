-- code: DOSSIER_COMPLET
-- famille: DOSSIER
-- flux: SIECLE_ELEVES, SIECLE_RESPONSABLES, SIECLE_STRUCTURES, SIECLE_NOMENCLATURE, SIECLE_COMMUNS, SIECLE_ETABLISSEMENTS, SIECLE_GEOGRAPHIQUE
-- effet: INFORMATION
-- file: prerequis
-- libelle: Les sept exports de SIECLE pour PRONOTE.
-- anomalie: Les {attendus} exports de SIECLE sont là : ils sont rendus ensemble dans outbox/{uai}/pronote/.
-- cause: Le dossier de l'année est complet.
-- correction: Dans PRONOTE, Imports/Exports > SIECLE > Récupérer les données, choisissez ces fichiers.
WITH piece AS (
    SELECT DISTINCT ON (d.flux) d.flux, d.horodatage, d.millesime FROM echange.depot d
    WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.flux IN (SELECT a.flux FROM echange.piece_attendue a WHERE a.dossier = 'pronote')
      AND (d.etat IN ('traite', 'traite_avec_anomalies') OR d.numero = :numero)
    ORDER BY d.flux, d.numero = :numero DESC, d.traite_le DESC, d.numero DESC
)
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(*) AS attendus, :uai::text AS uai
FROM piece
HAVING count(*) = (SELECT count(*) FROM echange.piece_attendue WHERE dossier = 'pronote') AND count(DISTINCT millesime) <= 1
