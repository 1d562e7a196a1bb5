-- Qui dirige l'école : tout ce qu'ONDE dit d'elle dans ses extractions.
-- entite: etablissement
-- cible: referentiel.etablissement WHERE source = 'ONDE'
WITH voulu AS MATERIALIZED (
    SELECT concat_ws(' ', f.prenom, coalesce(f.nom_usage, f.nom)) AS responsable
    FROM onde_enseignant f WHERE f.directeur ORDER BY f.rang LIMIT 1
), fusion AS (
    MERGE INTO referentiel.etablissement c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'ONDE'
    WHEN MATCHED AND (c.responsable IS DISTINCT FROM s.responsable OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET responsable = s.responsable, empreinte = md5(s.responsable)::uuid, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, responsable, empreinte, numero_depot)
        VALUES (:uai, :annee, 'ONDE', s.responsable, md5(s.responsable)::uuid, :numero)
    RETURNING merge_action() AS operation, c.source AS cle
), disparition AS (
    UPDATE referentiel.etablissement c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'ONDE' AND c.disparu_le IS NULL AND NOT EXISTS (SELECT FROM voulu)
    RETURNING c.source AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
