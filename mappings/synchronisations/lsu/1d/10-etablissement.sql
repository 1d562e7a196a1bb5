-- L'école, sauf son UAI (R27, R28) : une version nouvelle quand elle a changé ; les bilans verrouillés gardent celle de leur verrouillage.
-- Ce qu'ONDE ne dit pas reste. La ligne M2 est dite à chaque fois, ou seulement si l'école a changé (réglage).
-- moment: ecriture
-- etape: etablissement
WITH actuelle AS MATERIALIZED (
    SELECT t.id AS etablissement_id, t.version_courante_id, v.numero, v.denomination, v.adresse1, v.adresse2, v.adresse3, v.adresse4,
           v.code_postal, v.commune, v.telephone, v.courriel, v.resp_civilite, v.resp_nom, v.resp_prenom
    FROM lsu.etablissement t LEFT JOIN lsu.etablissement_version v ON v.id = t.version_courante_id
    WHERE t.uai = :uai
), source AS MATERIALIZED (
    SELECT lsu.net(denomination) AS denomination, lsu.net(adresse) AS adresse, lsu.net(code_postal) AS code_postal, lsu.net(commune) AS commune,
           lsu.net(telephone) AS telephone, lsu.net(courriel) AS courriel, lsu.net(responsable) AS responsable, uai_lu, numero_depot
    FROM referentiel.etablissement
    WHERE uai = :uai AND annee_scolaire = :annee AND source = 'ONDE' AND disparu_le IS NULL
), voulue AS MATERIALIZED (
    SELECT a.*, s.numero_depot, coalesce(s.denomination, a.denomination) AS n_denomination, coalesce(s.adresse, a.adresse1) AS n_adresse,
           coalesce(s.code_postal, a.code_postal) AS n_code_postal, coalesce(s.commune, a.commune) AS n_commune,
           coalesce(s.telephone, a.telephone) AS n_telephone, coalesce(s.courriel, a.courriel) AS n_courriel,
           coalesce(s.responsable, a.resp_nom) AS n_responsable, s.responsable IS DISTINCT FROM a.resp_nom AND s.responsable IS NOT NULL AS autre_responsable
    FROM actuelle a CROSS JOIN source s
), changee AS MATERIALIZED (
    SELECT * FROM voulue
    WHERE (n_denomination, n_adresse, n_code_postal, n_commune, n_telephone, n_courriel, n_responsable)
          IS DISTINCT FROM (denomination, adresse1, code_postal, commune, telephone, courriel, resp_nom)
), close AS (
    UPDATE lsu.etablissement_version v SET valide_au = :instant FROM changee c WHERE v.id = c.version_courante_id
    RETURNING v.id
), nouvelle AS (
    INSERT INTO lsu.etablissement_version (etablissement_id, numero, denomination, adresse1, adresse2, adresse3, adresse4, code_postal, commune,
                                           telephone, courriel, resp_civilite, resp_nom, resp_prenom, valide_du, uai, annee_scolaire, numero_depot)
    SELECT c.etablissement_id, coalesce(c.numero, 0) + 1, c.n_denomination, c.n_adresse, c.adresse2, c.adresse3, c.adresse4, c.n_code_postal,
           c.n_commune, c.n_telephone, c.n_courriel, CASE WHEN NOT c.autre_responsable THEN c.resp_civilite END, c.n_responsable,
           CASE WHEN NOT c.autre_responsable THEN c.resp_prenom END, :instant, :uai, :annee, c.numero_depot
    FROM changee c LEFT JOIN close ON close.id = c.version_courante_id
    RETURNING id, etablissement_id
), courante AS (
    UPDATE lsu.etablissement t SET version_courante_id = n.id FROM nouvelle n WHERE t.id = n.etablissement_id
    RETURNING t.id
), resultat AS (
    SELECT 1 AS rang, 'etablissements' AS compte, NULL AS code, NULL::bigint AS eleve_id, NULL::bigint AS enseignant_id, NULL::jsonb AS valeurs FROM courante
    UNION ALL
    SELECT 2, NULL, 'LSU_M2', NULL, NULL, '{}' FROM actuelle WHERE :m2_toujours OR EXISTS (SELECT FROM changee)
    UNION ALL
    SELECT 3, NULL, 'LSU_W7', NULL, NULL, jsonb_build_object('uai', uai_lu) FROM source WHERE uai_lu <> :uai
)
