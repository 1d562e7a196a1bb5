-- projection: ent-enseignant
-- suit: enseignant, service, professeur_principal
-- ordre: 21
-- publie: personne
-- Les personnes de STS. Enseigne qui a la fonction ENS ou DOC, ou n'en a pas, ou tient un service ou une classe ; le reste
-- est du personnel. Les blocs de moyens ne sont pas dans referentiel.enseignant : ils n'auront jamais de compte (R106).
WITH present AS MATERIALIZED (
    SELECT n.type || ':' || n.enseignant_id AS cle, n.nom_usage AS nom, n.prenom, n.date_naissance,
           CASE WHEN coalesce(nullif(n.fonction, ''), 'ENS') IN ('ENS', 'DOC')
                     OR EXISTS (SELECT FROM referentiel.service s
                                WHERE s.uai = :uai AND s.annee_scolaire = :annee AND s.disparu_le IS NULL
                                  AND s.enseignant_type = n.type AND s.enseignant_id = n.enseignant_id)
                     OR EXISTS (SELECT FROM referentiel.professeur_principal p
                                WHERE p.uai = :uai AND p.annee_scolaire = :annee AND p.disparu_le IS NULL
                                  AND p.enseignant_type = n.type AND p.enseignant_id = n.enseignant_id)
                THEN 'Enseignant' ELSE 'Personnel' END AS profil
    FROM referentiel.enseignant n
    WHERE n.uai = :uai AND n.annee_scolaire = :annee AND n.disparu_le IS NULL
), arrivant AS MATERIALIZED (
    SELECT p.cle, nextval('ent.numero_personne') AS personne_id
    FROM present p
    WHERE p.cle NOT IN (SELECT k.cle FROM ent.personne_cle k WHERE k.systeme = 'STS' AND k.uai = :uai)
), reconnaissance AS (
    INSERT INTO ent.personne_cle (systeme, uai, cle, personne_id, numero_depot)
    SELECT 'STS', :uai, cle, personne_id, :numero FROM arrivant
), voulu AS MATERIALIZED (
    SELECT p.*, coalesce(a.personne_id, k.personne_id) AS personne_id
    FROM present p
    LEFT JOIN arrivant a USING (cle)
    LEFT JOIN ent.personne_cle k ON k.systeme = 'STS' AND k.uai = :uai AND k.cle = p.cle
), ecrit AS (
    MERGE INTO ent.presence e USING voulu v
    ON e.uai = :uai AND e.annee_scolaire = :annee AND e.systeme = 'STS' AND e.cle = v.cle
    WHEN MATCHED AND (e.disparu_le IS NOT NULL OR (e.profil, e.nom, e.prenom, e.date_naissance)
                      IS DISTINCT FROM (v.profil, v.nom, v.prenom, v.date_naissance)) THEN
        UPDATE SET profil = v.profil, nom = v.nom, prenom = v.prenom, date_naissance = v.date_naissance,
                   numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, date_naissance, numero_depot)
        VALUES (:uai, :annee, 'STS', v.cle, v.personne_id, v.profil, v.nom, v.prenom, v.date_naissance, :numero)
    RETURNING merge_action() AS operation, e.personne_id
), disparu AS (
    UPDATE ent.presence e SET disparu_le = :instant, numero_depot = :numero
    WHERE e.uai = :uai AND e.annee_scolaire = :annee AND e.systeme = 'STS' AND e.disparu_le IS NULL
      AND e.cle NOT IN (SELECT cle FROM voulu)
    RETURNING e.personne_id
), changement (operation, cle) AS (
    SELECT operation, personne_id FROM ecrit UNION ALL SELECT 'DISPARU', personne_id FROM disparu
)
