-- Les matières que STS emploie.
-- entite: matiere
-- etape: sts_matiere
-- cible: referentiel.matiere WHERE source = 'STS'
-- cle: code_matiere
WITH fusion AS (
    MERGE INTO referentiel.matiere c USING sts_matiere s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'STS' AND c.code_matiere = s.code_matiere
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET code_gestion = s.code_gestion, libelle_court = s.libelle_court, libelle = s.libelle, libelle_edition = s.libelle_edition,
                   empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, code_matiere, code_gestion, libelle_court, libelle, libelle_edition, empreinte, numero_depot)
        VALUES (:uai, :annee, 'STS', s.code_matiere, s.code_gestion, s.libelle_court, s.libelle, s.libelle_edition, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.code_matiere AS cle
), disparition AS (
    UPDATE referentiel.matiere c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'STS' AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM sts_matiere s WHERE s.code_matiere = c.code_matiere)
    RETURNING c.code_matiere AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
