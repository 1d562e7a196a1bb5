-- Le fichier remplace tous les liens de l'établissement (R048) ; les liens rejetés n'entrent pas, les dates sont celles des règles.
-- entite: lien
-- cible: referentiel.lien_eleve_groupe
-- garde: oui
-- par: groupe
WITH voulu AS MATERIALIZED (
    SELECT v.eleve_id, v.code_groupe, coalesce(d.date_debut, v.date_debut) AS date_debut, coalesce(f.date_fin, v.date_fin) AS date_fin,
           'ELEGROUPE' AS origine
    FROM elegroupe_lien_vu v
    LEFT JOIN (SELECT rang_lien, max(date_debut) AS date_debut FROM constat WHERE date_debut IS NOT NULL GROUP BY 1) d USING (rang_lien)
    LEFT JOIN (SELECT rang_lien, max(date_fin) AS date_fin FROM constat WHERE date_fin IS NOT NULL GROUP BY 1) f USING (rang_lien)
    WHERE NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien = v.rang_lien)
      AND NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien IS NULL AND r.rang_eleve = v.rang_eleve)
), fusion AS (
    MERGE INTO referentiel.lien_eleve_groupe c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.eleve_id = s.eleve_id AND c.code_groupe = s.code_groupe
    WHEN MATCHED AND (c.disparu_le IS NOT NULL OR c.date_debut IS DISTINCT FROM s.date_debut OR c.date_fin IS DISTINCT FROM s.date_fin OR c.origine IS DISTINCT FROM s.origine) THEN
        UPDATE SET date_debut = s.date_debut, date_fin = s.date_fin, origine = s.origine, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, eleve_id, code_groupe, date_debut, date_fin, origine, numero_depot)
        VALUES (:uai, :annee, s.eleve_id, s.code_groupe, s.date_debut, s.date_fin, s.origine, :numero)
    RETURNING merge_action() AS operation, c.eleve_id, c.code_groupe AS groupe
), disparition AS (
    UPDATE referentiel.lien_eleve_groupe c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu s WHERE s.eleve_id = c.eleve_id AND s.code_groupe = c.code_groupe)
    RETURNING c.eleve_id, c.code_groupe AS groupe
), avant AS (
    -- Une instruction ne voit pas ce qu'elle écrit : ce sont les liens tels qu'ils étaient.
    SELECT eleve_id, code_groupe AS groupe, origine FROM referentiel.lien_eleve_groupe
    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
), changement AS (
    SELECT coalesce(f.operation, CASE WHEN d.eleve_id IS NOT NULL THEN 'DISPARU' ELSE 'RESTE' END) AS operation,
           eleve_id || ' / ' || groupe AS cle, groupe, a.origine
    FROM avant a FULL JOIN fusion f USING (eleve_id, groupe) LEFT JOIN disparition d USING (eleve_id, groupe)
)
