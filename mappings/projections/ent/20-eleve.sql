-- projection: ent-eleve
-- suit: eleve
-- ordre: 20
-- publie: personne
-- Un élève est reconnu par son identifiant dans l'établissement, sinon par son INE, où qu'il soit déjà connu. Un INE
-- porté par deux élèves présents n'en désigne aucun (C56) ; un numéro déjà tenu par un autre élève présent n'est pas pris.
WITH present AS MATERIALIZED (
    SELECT e.eleve_id AS cle, coalesce(nullif(e.nom_usage, ''), e.nom_de_famille) AS nom, e.prenom, e.date_naissance,
           nullif(e.ine, '') AS ine, e.date_entree, count(*) OVER (PARTITION BY nullif(e.ine, '')) = 1 AS ine_seul,
           (SELECT k.personne_id FROM ent.personne_cle k WHERE k.systeme = 'INE' AND k.uai = '' AND k.cle = e.ine) AS ine_de
    FROM referentiel.eleve e
    WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.disparu_le IS NULL
      AND (e.date_sortie IS NULL OR e.date_sortie > (:instant)::date)
), connu AS MATERIALIZED (
    SELECT p.cle, k.personne_id FROM present p
    JOIN ent.personne_cle k ON k.systeme = 'SIECLE_ELEVE' AND k.uai = :uai AND k.cle = p.cle
), inconnu AS (
    SELECT p.cle, CASE WHEN p.ine_seul AND p.ine_de NOT IN (SELECT personne_id FROM connu) THEN p.ine_de END AS personne_id
    FROM present p
    WHERE p.cle NOT IN (SELECT cle FROM connu)
    ORDER BY p.cle
), arrivant AS MATERIALIZED (
    SELECT cle, coalesce(personne_id, nextval('ent.numero_personne')) AS personne_id FROM inconnu
), identite AS MATERIALIZED (
    SELECT cle, personne_id FROM connu UNION ALL SELECT cle, personne_id FROM arrivant
), reconnaissance AS (
    INSERT INTO ent.personne_cle (systeme, uai, cle, personne_id, numero_depot)
    SELECT 'SIECLE_ELEVE', :uai, cle, personne_id, :numero FROM arrivant
    UNION ALL
    SELECT 'INE', '', p.ine, i.personne_id, :numero
    FROM present p JOIN identite i USING (cle)
    WHERE p.ine IS NOT NULL AND p.ine_seul AND p.ine_de IS NULL
    ORDER BY 1, 3
), voulu AS MATERIALIZED (
    SELECT p.cle, i.personne_id, p.nom, p.prenom, p.date_naissance, p.ine, p.date_entree FROM present p JOIN identite i USING (cle)
    ORDER BY p.cle
), ecrit AS (
    MERGE INTO ent.presence e USING voulu v
    ON e.uai = :uai AND e.annee_scolaire = :annee AND e.systeme = 'SIECLE_ELEVE' AND e.cle = v.cle
    WHEN MATCHED AND (e.disparu_le IS NOT NULL OR e.absent_depuis IS NOT NULL OR (e.nom, e.prenom, e.date_naissance, e.ine, e.date_entree)
                      IS DISTINCT FROM (v.nom, v.prenom, v.date_naissance, v.ine, v.date_entree)) THEN
        UPDATE SET nom = v.nom, prenom = v.prenom, date_naissance = v.date_naissance, ine = v.ine, date_entree = v.date_entree,
                   numero_depot = :numero, disparu_le = NULL, absent_depuis = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, date_naissance, ine, date_entree, numero_depot)
        VALUES (:uai, :annee, 'SIECLE_ELEVE', v.cle, v.personne_id, 'Eleve', v.nom, v.prenom, v.date_naissance, v.ine, v.date_entree, :numero)
    RETURNING merge_action() AS operation, e.personne_id
), disparu AS (
    UPDATE ent.presence e
    SET absent_depuis = coalesce(e.absent_depuis, :instant), numero_depot = :numero,
        disparu_le = CASE WHEN coalesce(e.absent_depuis, :instant) <= :limite_eleve THEN :instant END
    WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.systeme = 'SIECLE_ELEVE' AND e.disparu_le IS NULL
      AND e.cle NOT IN (SELECT cle FROM voulu)
      AND (e.absent_depuis IS NULL OR e.absent_depuis <= :limite_eleve)
    RETURNING e.personne_id, e.disparu_le
), changement (operation, cle) AS (
    SELECT operation, personne_id FROM ecrit UNION ALL SELECT 'DISPARU', personne_id FROM disparu WHERE disparu_le IS NOT NULL
)
