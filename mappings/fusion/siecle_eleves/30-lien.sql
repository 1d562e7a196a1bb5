-- Les groupes des élèves selon SIECLE. Un export qui n'en porte aucun ne dit rien des liens : ils restent. Il n'a pas de dates :
-- un lien qu'il confirme garde les siennes, et son origine.
-- entite: lien
-- cible: referentiel.lien_eleve_groupe
-- garde: oui
-- par: groupe
WITH voulu AS MATERIALIZED (
    SELECT DISTINCT eleve_id, code_structure AS code_groupe, NULL::date AS date_debut, NULL::date AS date_fin, 'SIECLE' AS origine
    FROM siecle_eleve_structure WHERE type_structure = 'G'
), fusion AS (
    MERGE INTO referentiel.lien_eleve_groupe c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.eleve_id = s.eleve_id AND c.code_groupe = s.code_groupe
    WHEN MATCHED AND c.disparu_le IS NOT NULL THEN
        UPDATE SET date_debut = s.date_debut, date_fin = s.date_fin, origine = s.origine, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, eleve_id, code_groupe, date_debut, date_fin, origine, numero_depot)
        VALUES (:uai, :annee, s.eleve_id, s.code_groupe, s.date_debut, s.date_fin, s.origine, :numero)
    RETURNING merge_action() AS operation, c.eleve_id, c.code_groupe AS groupe
), disparition AS (
    UPDATE referentiel.lien_eleve_groupe c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND EXISTS (SELECT FROM voulu)
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
