-- Les enseignants de l'école, personne qui la dirige comprise.
-- entite: enseignant
-- cible: referentiel.enseignant WHERE type = 'onde'
WITH voulu AS MATERIALIZED (
    SELECT DISTINCT ON (v.enseignant_id) v.enseignant_id, upper(f.civilite) AS civilite, coalesce(f.nom_usage, f.nom) AS nom_usage,
           f.nom AS nom_patronymique, f.prenom,
           CASE WHEN bool_or(f.directeur) OVER (PARTITION BY v.enseignant_id) THEN 'DIR' ELSE 'ENS' END AS fonction, f.empreinte
    FROM onde_enseignant_vu v JOIN onde_enseignant f USING (rang)
    ORDER BY v.enseignant_id, v.place
), fusion AS (
    MERGE INTO referentiel.enseignant c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.type = 'onde' AND c.enseignant_id = s.enseignant_id
    WHEN MATCHED AND (c.disparu_le IS NOT NULL OR (c.civilite, c.nom_usage, c.nom_patronymique, c.prenom, c.fonction)
                      IS DISTINCT FROM (s.civilite, s.nom_usage, s.nom_patronymique, s.prenom, s.fonction)) THEN
        UPDATE SET civilite = s.civilite, nom_usage = s.nom_usage, nom_patronymique = s.nom_patronymique, prenom = s.prenom,
                   fonction = s.fonction, empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, type, enseignant_id, civilite, nom_usage, nom_patronymique, prenom, fonction, empreinte, numero_depot)
        VALUES (:uai, :annee, 'onde', s.enseignant_id, s.civilite, s.nom_usage, s.nom_patronymique, s.prenom, s.fonction, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.enseignant_id AS cle
), disparition AS (
    UPDATE referentiel.enseignant c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.type = 'onde' AND c.disparu_le IS NULL
      AND c.enseignant_id NOT IN (SELECT enseignant_id FROM voulu)
    RETURNING c.enseignant_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
