-- projection: lsu-etablissement-version
-- suit: etablissement, division, eleve, enseignant
-- ordre: 15
-- Première identité de l'établissement, quand une source la donne ; les suivantes viennent d'une synchronisation (R27).
WITH identite AS MATERIALIZED (
    SELECT nextval('lsu.etablissement_version_id_seq') AS version_id, t.id, r.*
    FROM lsu.etablissement t
    CROSS JOIN LATERAL (
        SELECT denomination, adresse, code_postal, commune, telephone, courriel, responsable
        FROM referentiel.etablissement
        WHERE uai = t.uai AND annee_scolaire = :annee AND disparu_le IS NULL
        ORDER BY source DESC LIMIT 1) r
    WHERE t.uai = :uai AND t.version_courante_id IS NULL
), version AS (
    INSERT INTO lsu.etablissement_version (id, etablissement_id, numero, denomination, adresse1, code_postal, commune, telephone,
                                           courriel, resp_nom, valide_du, uai, annee_scolaire, numero_depot)
    SELECT version_id, id, 1, denomination, adresse, code_postal, commune, telephone, courriel, responsable, :instant, :uai, :annee, :numero
    FROM identite
), ecrit AS (
    UPDATE lsu.etablissement t SET version_courante_id = i.version_id FROM identite i WHERE t.id = i.id
    RETURNING t.uai
), changement (operation, cle) AS (
    SELECT 'INSERT', uai FROM ecrit
)
