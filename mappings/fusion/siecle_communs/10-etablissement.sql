-- L'identité de l'établissement selon SIECLE.
-- entite: etablissement
-- etape: siecle_etablissement
-- cible: referentiel.etablissement WHERE source = 'SIECLE'
WITH fusion AS (
    MERGE INTO referentiel.etablissement c USING siecle_etablissement s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'SIECLE'
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET denomination = s.denomination, complement = s.complement, code_postal = s.code_postal, commune = s.commune, adresse = s.adresse,
                   telephone = s.telephone, courriel = s.courriel, responsable = s.responsable, empreinte = s.empreinte, numero_depot = :numero,
                   disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, denomination, complement, code_postal, commune, adresse, telephone, courriel, responsable, empreinte,
                numero_depot)
        VALUES (:uai, :annee, 'SIECLE', s.denomination, s.complement, s.code_postal, s.commune, s.adresse, s.telephone, s.courriel, s.responsable,
                s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.source AS cle
), disparition AS (
    UPDATE referentiel.etablissement c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'SIECLE' AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM siecle_etablissement s)
    RETURNING c.source AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
