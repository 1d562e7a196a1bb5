-- Les pays. Une fermeture au 31/12/9999 n'en est pas une.
-- entite: pays
-- etape: siecle_pays
-- cible: referentiel.pays
-- cle: code_pays
WITH fusion AS (
    MERGE INTO referentiel.pays c USING siecle_pays s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.code_pays = s.code_pays
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET libelle_court = s.libelle_court, libelle = s.libelle, date_ouverture = s.date_ouverture,
                   date_fermeture = nullif(s.date_fermeture, DATE '9999-12-31'), empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, code_pays, libelle_court, libelle, date_ouverture, date_fermeture, empreinte, numero_depot)
        VALUES (:uai, :annee, s.code_pays, s.libelle_court, s.libelle, s.date_ouverture, nullif(s.date_fermeture, DATE '9999-12-31'), s.empreinte,
                :numero)
    RETURNING merge_action() AS operation, c.code_pays AS cle
), disparition AS (
    UPDATE referentiel.pays c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM siecle_pays s WHERE s.code_pays = c.code_pays)
    RETURNING c.code_pays AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
