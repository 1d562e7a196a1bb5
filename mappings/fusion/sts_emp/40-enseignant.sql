-- Les personnes de STS. Un bloc de moyens (BMP) n'est personne : il n'a pas de compte (R106).
-- entite: enseignant
-- etape: sts_individu
-- cible: referentiel.enseignant
-- cle: type, enseignant_id
WITH fusion AS (
    MERGE INTO referentiel.enseignant c USING (SELECT * FROM sts_individu WHERE nom_usage !~* '^BMP\M') s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.type = s.type AND c.enseignant_id = s.enseignant_id
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET civilite = s.civilite, sexe = s.sexe, nom_usage = s.nom_usage, nom_patronymique = s.nom_patronymique, prenom = s.prenom,
                   date_naissance = s.date_naissance, fonction = s.fonction, disciplines = s.disciplines, empreinte = s.empreinte, numero_depot =
                   :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, type, enseignant_id, civilite, sexe, nom_usage, nom_patronymique, prenom, date_naissance, fonction,
                disciplines, empreinte, numero_depot)
        VALUES (:uai, :annee, s.type, s.enseignant_id, s.civilite, s.sexe, s.nom_usage, s.nom_patronymique, s.prenom, s.date_naissance,
                s.fonction, s.disciplines, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.type || ' / ' || c.enseignant_id AS cle
), disparition AS (
    UPDATE referentiel.enseignant c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM sts_individu s WHERE s.nom_usage !~* '^BMP\M' AND s.type = c.type AND s.enseignant_id = c.enseignant_id)
    RETURNING c.type || ' / ' || c.enseignant_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
