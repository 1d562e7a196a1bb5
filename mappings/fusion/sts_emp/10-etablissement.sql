-- L'identité de l'établissement selon STS.
-- entite: etablissement
-- etape: sts_etablissement
-- cible: referentiel.etablissement WHERE source = 'STS'
WITH fusion AS (
    MERGE INTO referentiel.etablissement c USING sts_etablissement s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'STS'
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET denomination = s.denomination, complement = s.complement, sigle = s.sigle, nature = s.nature, statut = s.statut, adresse =
                   s.adresse, code_postal = s.code_postal, commune = s.commune, telephone = s.telephone, empreinte = s.empreinte, numero_depot =
                   :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, denomination, complement, sigle, nature, statut, adresse, code_postal, commune, telephone, empreinte,
                numero_depot)
        VALUES (:uai, :annee, 'STS', s.denomination, s.complement, s.sigle, s.nature, s.statut, s.adresse, s.code_postal, s.commune, s.telephone,
                s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.source AS cle
), disparition AS (
    UPDATE referentiel.etablissement c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'STS' AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM sts_etablissement s)
    RETURNING c.source AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
