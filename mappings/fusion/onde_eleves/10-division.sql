-- Les classes de l'école : un libellé qui change ne change pas la classe.
-- entite: division
-- cible: referentiel.division WHERE source = 'ONDE'
WITH voulu AS MATERIALIZED (
    SELECT DISTINCT ON (v.code_division) v.code_division, coalesce(f.classe, v.code_division) AS libelle
    FROM onde_eleve_vu v JOIN onde_eleve f USING (rang)
    WHERE v.code_division IS NOT NULL
    ORDER BY v.code_division, f.rang
), fusion AS (
    MERGE INTO referentiel.division c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'ONDE' AND c.code_division = s.code_division
    WHEN MATCHED AND (c.libelle IS DISTINCT FROM s.libelle OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET libelle = s.libelle, empreinte = md5(s.libelle)::uuid, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, code_division, libelle, empreinte, numero_depot)
        VALUES (:uai, :annee, 'ONDE', s.code_division, s.libelle, md5(s.libelle)::uuid, :numero)
    RETURNING merge_action() AS operation, c.code_division AS cle
), disparition AS (
    UPDATE referentiel.division c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'ONDE' AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu s WHERE s.code_division = c.code_division)
    RETURNING c.code_division AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
