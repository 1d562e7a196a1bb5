-- code: DOSSIER_INCOMPLET
-- famille: DOSSIER
-- flux: SIECLE_ELEVES, SIECLE_RESPONSABLES, SIECLE_STRUCTURES, SIECLE_NOMENCLATURE, SIECLE_COMMUNS, SIECLE_ETABLISSEMENTS, SIECLE_GEOGRAPHIQUE
-- effet: INFORMATION
-- file: prerequis
-- libelle: Les sept exports de SIECLE pour PRONOTE.
-- anomalie: Exports de SIECLE reçus : {presents} sur {attendus}. Il manque : {manquants}.
-- cause: PRONOTE demande les sept exports d'un même établissement et d'une même année (R038, R154).
-- correction: Dans SIECLE, Exportations > En XML, faites les exports qui manquent et déposez-les ici, dans n'importe quel ordre.
WITH piece AS (SELECT * FROM echange.pieces_du_lot('pronote', :uai, :annee, :numero))
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, (SELECT count(*) FROM piece) AS presents,
       (SELECT count(*) FROM echange.piece_attendue WHERE dossier = 'pronote') AS attendus,
       string_agg(a.libelle || coalesce(' (le dernier reçu est de l''année ' || (
           SELECT d.annee_scolaire || '-' || d.annee_scolaire + 1 FROM echange.depot d
           WHERE d.uai = :uai AND d.flux = a.flux AND d.etat IN ('traite', 'traite_avec_anomalies')
           ORDER BY d.traite_le DESC LIMIT 1) || ')', ''), ', ' ORDER BY a.rang) AS manquants
FROM echange.piece_attendue a
WHERE a.dossier = 'pronote' AND a.flux NOT IN (SELECT flux FROM piece)
HAVING count(*) > 0
