-- Les établissements que l'établissement connaît. Une fermeture au 31/12/9999 n'en est pas une.
-- entite: etablissement_connu
-- etape: siecle_etablissement_connu
-- cible: referentiel.etablissement_connu
-- cle: code_uai
WITH fusion AS (
    MERGE INTO referentiel.etablissement_connu c USING siecle_etablissement_connu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.code_uai = s.code_uai
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET code_type = s.code_type, code_nature = s.code_nature, code_secteur = s.code_secteur, code_academie = s.code_academie,
                   sigle = s.sigle, denomination = s.denomination, complement = s.complement, code_postal = s.code_postal,
                   code_commune_insee = s.code_commune_insee, commune_etrangere = s.commune_etrangere, code_pays = s.code_pays,
                   date_ouverture = s.date_ouverture, date_fermeture = nullif(s.date_fermeture, DATE '9999-12-31'), empreinte = s.empreinte,
                   numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, code_uai, code_type, code_nature, code_secteur, code_academie, sigle, denomination, complement, code_postal,
                code_commune_insee, commune_etrangere, code_pays, date_ouverture, date_fermeture, empreinte, numero_depot)
        VALUES (:uai, :annee, s.code_uai, s.code_type, s.code_nature, s.code_secteur, s.code_academie, s.sigle, s.denomination, s.complement,
                s.code_postal, s.code_commune_insee, s.commune_etrangere, s.code_pays, s.date_ouverture, nullif(s.date_fermeture, DATE '9999-12-31'),
                s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.code_uai AS cle
), disparition AS (
    UPDATE referentiel.etablissement_connu c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM siecle_etablissement_connu s WHERE s.code_uai = c.code_uai)
    RETURNING c.code_uai AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
