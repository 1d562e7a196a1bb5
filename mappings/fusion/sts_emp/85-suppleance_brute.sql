-- Le bloc SUPPLEANTS tel quel, quand il n'est pas vide : son contenu n'est pas documenté (R036). Ce qui s'y lit (05-suppleance) le suit.
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
), lue AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY type, enseignant_id, remplace_type, remplace_id ORDER BY place) AS rang FROM sts_suppleance
), suppleance AS (
    MERGE INTO referentiel.suppleance c USING lue s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.type = s.type AND c.enseignant_id = s.enseignant_id
       AND c.remplace_type = s.remplace_type AND c.remplace_id = s.remplace_id AND c.rang = s.rang
    WHEN MATCHED AND (c.date_debut IS DISTINCT FROM s.date_debut OR c.date_fin IS DISTINCT FROM s.date_fin OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET date_debut = s.date_debut, date_fin = s.date_fin, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, type, enseignant_id, remplace_type, remplace_id, rang, date_debut, date_fin, numero_depot)
        VALUES (:uai, :annee, s.type, s.enseignant_id, s.remplace_type, s.remplace_id, s.rang, s.date_debut, s.date_fin, :numero)
), finie AS (
    UPDATE referentiel.suppleance c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM lue s WHERE s.type = c.type AND s.enseignant_id = c.enseignant_id AND s.remplace_type = c.remplace_type
                      AND s.remplace_id = c.remplace_id AND s.rang = c.rang)
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
