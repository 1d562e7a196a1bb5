-- projection: ent-enseignant
-- suit: enseignant, service, professeur_principal
-- ordre: 21
-- publie: personne
-- Les personnes de STS. Enseigne qui a la fonction ENS ou DOC, ou n'en a pas, ou tient un service ou une classe ; le reste
-- est du personnel. Les blocs de moyens ne sont pas dans referentiel.enseignant : ils n'auront jamais de compte (R106).
-- Un numéro de STS ne vaut que dans son établissement : une personne de la base nationale (epp) est reconnue dans les autres par
-- ses nom de naissance, prénom et date de naissance. Portés par deux personnes présentes, ils n'en désignent aucune.
WITH present AS MATERIALIZED (
    SELECT n.type || ':' || n.enseignant_id AS cle, n.nom_usage AS nom, n.prenom, n.date_naissance,
           CASE WHEN coalesce(nullif(n.fonction, ''), 'ENS') IN ('ENS', 'DOC')
                     OR EXISTS (SELECT FROM referentiel.service s
                                WHERE s.uai = :uai AND s.annee_scolaire = :annee AND s.disparu_le IS NULL
                                  AND s.enseignant_type = n.type AND s.enseignant_id = n.enseignant_id)
                     OR EXISTS (SELECT FROM referentiel.professeur_principal p
                                WHERE p.uai = :uai AND p.annee_scolaire = :annee AND p.disparu_le IS NULL
                                  AND p.enseignant_type = n.type AND p.enseignant_id = n.enseignant_id)
                THEN 'Enseignant' ELSE 'Personnel' END AS profil,
           CASE WHEN n.type = 'epp' AND n.prenom <> '' AND n.date_naissance IS NOT NULL
                THEN md5(upper(concat_ws(E'\n', coalesce(nullif(n.nom_patronymique, ''), n.nom_usage), n.prenom, n.date_naissance))) END AS identite
    FROM referentiel.enseignant n
    WHERE n.uai = :uai AND n.annee_scolaire = :annee AND n.disparu_le IS NULL
), connu AS MATERIALIZED (
    SELECT p.cle, k.personne_id FROM present p JOIN ent.personne_cle k ON k.systeme = 'STS' AND k.uai = :uai AND k.cle = p.cle
), unique_ici AS MATERIALIZED (
    SELECT p.identite, min(p.cle) AS cle, min(k.personne_id) AS personne_id FROM present p
    LEFT JOIN ent.personne_cle k ON k.systeme = 'STS_IDENTITE' AND k.uai = '' AND k.cle = p.identite
    WHERE p.identite IS NOT NULL
    GROUP BY p.identite HAVING count(*) = 1
), arrivant AS MATERIALIZED (
    SELECT p.cle, coalesce(i.personne_id, nextval('ent.numero_personne')) AS personne_id
    FROM present p
    LEFT JOIN unique_ici i ON i.cle = p.cle AND i.personne_id NOT IN (SELECT personne_id FROM connu)
    WHERE p.cle NOT IN (SELECT cle FROM connu)
), identite AS MATERIALIZED (
    SELECT cle, personne_id FROM connu UNION ALL SELECT cle, personne_id FROM arrivant
), reconnaissance AS (
    INSERT INTO ent.personne_cle (systeme, uai, cle, personne_id, numero_depot)
    SELECT 'STS', :uai, cle, personne_id, :numero FROM arrivant
    UNION ALL
    SELECT 'STS_IDENTITE', '', u.identite, i.personne_id, :numero FROM unique_ici u JOIN identite i USING (cle) WHERE u.personne_id IS NULL
    ORDER BY 1, 3
), voulu AS MATERIALIZED (
    SELECT p.*, i.personne_id FROM present p JOIN identite i USING (cle)
), ecrit AS (
    MERGE INTO ent.presence e USING voulu v
    ON e.uai = :uai AND e.annee_scolaire = :annee AND e.systeme = 'STS' AND e.cle = v.cle
    WHEN MATCHED AND (e.disparu_le IS NOT NULL OR e.absent_depuis IS NOT NULL OR (e.profil, e.nom, e.prenom, e.date_naissance)
                      IS DISTINCT FROM (v.profil, v.nom, v.prenom, v.date_naissance)) THEN
        UPDATE SET profil = v.profil, nom = v.nom, prenom = v.prenom, date_naissance = v.date_naissance,
                   numero_depot = :numero, disparu_le = NULL, absent_depuis = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, date_naissance, numero_depot)
        VALUES (:uai, :annee, 'STS', v.cle, v.personne_id, v.profil, v.nom, v.prenom, v.date_naissance, :numero)
    RETURNING merge_action() AS operation, e.personne_id
), disparu AS (
    UPDATE ent.presence e
    SET absent_depuis = coalesce(e.absent_depuis, :instant), numero_depot = :numero,
        disparu_le = CASE WHEN coalesce(e.absent_depuis, :instant) <= limite.avant THEN :instant END
    FROM (VALUES ('Enseignant', :limite_enseignant), ('Personnel', :limite_personnel)) AS limite (profil, avant)
    WHERE limite.profil = e.profil AND e.uai = :uai AND e.annee_scolaire = :annee AND e.systeme = 'STS' AND e.disparu_le IS NULL
      AND e.cle NOT IN (SELECT cle FROM voulu)
      AND (e.absent_depuis IS NULL OR e.absent_depuis <= limite.avant)
    RETURNING e.personne_id, e.disparu_le
), changement (operation, cle) AS (
    SELECT operation, personne_id FROM ecrit UNION ALL SELECT 'DISPARU', personne_id FROM disparu WHERE disparu_le IS NOT NULL
)
