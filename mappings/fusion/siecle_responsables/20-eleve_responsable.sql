-- Qui est responsable de qui. Ancien modèle : RESP_LEGAL 1 et 2 sont des représentants légaux, 0 un contact.
-- entite: eleve_responsable
-- cible: referentiel.eleve_responsable
WITH voulu AS MATERIALIZED (
    SELECT DISTINCT ON (eleve_id, personne_id) eleve_id, personne_id, coalesce(lien, '') AS lien,
           coalesce(niveau, legal_ancien) AS niveau_responsabilite
    FROM siecle_eleve_responsable ORDER BY eleve_id, personne_id, rang
), fusion AS (
    MERGE INTO referentiel.eleve_responsable c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.eleve_id = s.eleve_id AND c.personne_id = s.personne_id
    WHEN MATCHED AND (c.disparu_le IS NOT NULL OR c.lien IS DISTINCT FROM s.lien OR c.niveau_responsabilite IS DISTINCT FROM s.niveau_responsabilite) THEN
        UPDATE SET lien = s.lien, niveau_responsabilite = s.niveau_responsabilite, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, eleve_id, personne_id, lien, niveau_responsabilite, numero_depot)
        VALUES (:uai, :annee, s.eleve_id, s.personne_id, s.lien, s.niveau_responsabilite, :numero)
    RETURNING merge_action() AS operation, c.eleve_id || ' / ' || c.personne_id AS cle
), disparition AS (
    UPDATE referentiel.eleve_responsable c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu s WHERE s.eleve_id = c.eleve_id AND s.personne_id = c.personne_id)
    RETURNING c.eleve_id || ' / ' || c.personne_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
