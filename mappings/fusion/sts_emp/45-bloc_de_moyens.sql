-- Les postes à pourvoir (BMP) : jamais des personnes, mais des services les citent (R106).
-- entite: bloc_de_moyens
-- cible: referentiel.bloc_de_moyens
WITH voulu AS MATERIALIZED (
    SELECT type, enseignant_id, nom_usage AS libelle, empreinte FROM sts_individu WHERE nom_usage ~* '^BMP\M'
), fusion AS (
    MERGE INTO referentiel.bloc_de_moyens c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.type = s.type AND c.enseignant_id = s.enseignant_id
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET libelle = s.libelle, empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, type, enseignant_id, libelle, empreinte, numero_depot)
        VALUES (:uai, :annee, s.type, s.enseignant_id, s.libelle, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.type || ' / ' || c.enseignant_id AS cle
), disparition AS (
    UPDATE referentiel.bloc_de_moyens c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM voulu s WHERE s.type = c.type AND s.enseignant_id = c.enseignant_id)
    RETURNING c.type || ' / ' || c.enseignant_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
