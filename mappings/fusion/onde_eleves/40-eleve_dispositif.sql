-- Les dispositifs de personnalisation des parcours, tels qu'écrits, avec le jour où ils ont été vus : ONDE n'en donne pas les dates
-- de façon connue, elles ne sont pas devinées. Une extraction qui n'en porte aucun n'en dit rien : ils restent.
-- entite: eleve_dispositif
-- cible: referentiel.eleve_dispositif
WITH voulu AS MATERIALIZED (
    SELECT v.eleve_id, f.dispositifs AS texte,
           ARRAY(SELECT k.code
                 FROM unnest(ARRAY['BILINGUE', 'CHAD', 'CHAM', 'CHAT', 'PAP', 'PPRE', 'PAI', 'PPS', 'RASED', 'ULIS ECOLE', 'UPE2A'])
                      WITH ORDINALITY AS k (code, rang)
                 WHERE regexp_replace(regexp_replace(normalize(upper(f.dispositifs), NFD), '[\u0300-\u036f]', '', 'g'), '[^A-Z0-9]+', ' ', 'g')
                       ~ ('\m' || k.code || '\M')
                 ORDER BY k.rang) AS codes
    FROM onde_eleve_vu v JOIN onde_eleve f USING (rang)
    WHERE v.place = 1 AND v.eleve_id IS NOT NULL AND f.dispositifs IS NOT NULL
), fusion AS (
    MERGE INTO referentiel.eleve_dispositif c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.eleve_id = s.eleve_id
    WHEN MATCHED AND ((c.texte, c.codes) IS DISTINCT FROM (s.texte, s.codes) OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET texte = s.texte, codes = s.codes, vu_le = :maintenant, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, eleve_id, texte, codes, vu_le, numero_depot)
        VALUES (:uai, :annee, s.eleve_id, s.texte, s.codes, :maintenant, :numero)
    RETURNING merge_action() AS operation, c.eleve_id AS cle
), disparition AS (
    UPDATE referentiel.eleve_dispositif c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND EXISTS (SELECT FROM voulu) AND c.eleve_id NOT IN (SELECT eleve_id FROM voulu)
    RETURNING c.eleve_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
