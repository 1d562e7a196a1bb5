-- Les liens entre élèves et responsables : ONDE n'en dit ni la parenté ni le niveau.
-- entite: eleve_responsable
-- cible: referentiel.eleve_responsable WHERE source = 'ONDE'
WITH voulu AS MATERIALIZED (
    SELECT DISTINCT e.eleve_id, r.personne_id
    FROM onde_enfant_vu e JOIN onde_responsable_vu r ON r.rang = e.rang_responsable
    WHERE e.eleve_id IS NOT NULL
), fusion AS (
    MERGE INTO referentiel.eleve_responsable c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.eleve_id = s.eleve_id AND c.personne_id = s.personne_id
    WHEN MATCHED AND c.disparu_le IS NOT NULL THEN
        UPDATE SET numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, eleve_id, personne_id, numero_depot)
        VALUES (:uai, :annee, 'ONDE', s.eleve_id, s.personne_id, :numero)
    RETURNING merge_action() AS operation, c.eleve_id || ' / ' || c.personne_id AS cle
), disparition AS (
    UPDATE referentiel.eleve_responsable c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'ONDE' AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu s WHERE s.eleve_id = c.eleve_id AND s.personne_id = c.personne_id)
      AND c.personne_id NOT IN (SELECT personne_id FROM onde_responsable_garde)
    RETURNING c.eleve_id || ' / ' || c.personne_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
