-- Le bloc SUPPLEANTS tel quel, quand il n'est pas vide : son contenu n'est pas documenté (R036).
-- entite: suppleance_brute
-- etape: sts_suppleants
-- cible: referentiel.suppleance_brute
WITH voulu AS MATERIALIZED (
    SELECT contenu, empreinte FROM sts_suppleants WHERE contenu IS NOT NULL
), fusion AS (
    MERGE INTO referentiel.suppleance_brute c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET contenu = s.contenu, empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, contenu, empreinte, numero_depot) VALUES (:uai, :annee, s.contenu, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.uai AS cle
), disparition AS (
    UPDATE referentiel.suppleance_brute c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL AND NOT EXISTS (SELECT FROM voulu)
    RETURNING c.uai AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
