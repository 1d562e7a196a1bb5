-- projection: ent-responsable
-- suit: responsable, eleve_responsable, eleve
-- ordre: 22
-- publie: personne
-- Les responsables de niveau 1 ou 2 d'au moins un élève présent ; une simple personne à contacter n'a pas de compte.
-- ONDE ne dit pas les niveaux : tous ses responsables en sont.
WITH present AS MATERIALIZED (
    SELECT r.personne_id AS cle, coalesce(nullif(r.nom_usage, ''), r.nom_de_famille) AS nom, r.prenom,
           NULL::date AS date_naissance, 'Responsable' AS profil
    FROM referentiel.responsable r
    WHERE r.uai = :uai AND r.annee_scolaire = :annee AND r.disparu_le IS NULL
      AND r.personne_id IN (SELECT l.personne_id FROM referentiel.eleve_responsable l
                            JOIN ent.presence e ON e.uai = l.uai AND e.annee_scolaire = l.annee_scolaire
                                AND e.systeme = 'SIECLE_ELEVE' AND e.cle = l.eleve_id AND e.disparu_le IS NULL
                            WHERE l.uai = :uai AND l.annee_scolaire = :annee AND l.disparu_le IS NULL
                              AND (l.niveau_responsabilite IN ('1', '2') OR l.source = 'ONDE'))
), arrivant AS MATERIALIZED (
    SELECT p.cle, nextval('ent.numero_personne') AS personne_id
    FROM present p
    WHERE p.cle NOT IN (SELECT k.cle FROM ent.personne_cle k WHERE k.systeme = 'SIECLE_RESPONSABLE' AND k.uai = :uai)
    ORDER BY p.cle
), reconnaissance AS (
    INSERT INTO ent.personne_cle (systeme, uai, cle, personne_id, numero_depot)
    SELECT 'SIECLE_RESPONSABLE', :uai, cle, personne_id, :numero FROM arrivant
), voulu AS MATERIALIZED (
    SELECT p.*, coalesce(a.personne_id, k.personne_id) AS personne_id
    FROM present p
    LEFT JOIN arrivant a USING (cle)
    LEFT JOIN ent.personne_cle k ON k.systeme = 'SIECLE_RESPONSABLE' AND k.uai = :uai AND k.cle = p.cle
    ORDER BY p.cle
), ecrit AS (
    MERGE INTO ent.presence e USING voulu v
    ON e.uai = :uai AND e.annee_scolaire = :annee AND e.systeme = 'SIECLE_RESPONSABLE' AND e.cle = v.cle
    WHEN MATCHED AND (e.disparu_le IS NOT NULL OR e.absent_depuis IS NOT NULL OR (e.profil, e.nom, e.prenom, e.date_naissance)
                      IS DISTINCT FROM (v.profil, v.nom, v.prenom, v.date_naissance)) THEN
        UPDATE SET profil = v.profil, nom = v.nom, prenom = v.prenom, date_naissance = v.date_naissance,
                   numero_depot = :numero, disparu_le = NULL, absent_depuis = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, date_naissance, numero_depot)
        VALUES (:uai, :annee, 'SIECLE_RESPONSABLE', v.cle, v.personne_id, v.profil, v.nom, v.prenom, v.date_naissance, :numero)
    RETURNING merge_action() AS operation, e.personne_id
), disparu AS (
    UPDATE ent.presence e
    SET absent_depuis = coalesce(e.absent_depuis, :instant), numero_depot = :numero,
        disparu_le = CASE WHEN coalesce(e.absent_depuis, :instant) <= :limite_responsable THEN :instant END
    WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.systeme = 'SIECLE_RESPONSABLE' AND e.disparu_le IS NULL
      AND e.cle NOT IN (SELECT cle FROM voulu)
      AND (e.absent_depuis IS NULL OR e.absent_depuis <= :limite_responsable)
    RETURNING e.personne_id, e.disparu_le
), changement (operation, cle) AS (
    SELECT operation, personne_id FROM ecrit UNION ALL SELECT 'DISPARU', personne_id FROM disparu WHERE disparu_le IS NOT NULL
)
