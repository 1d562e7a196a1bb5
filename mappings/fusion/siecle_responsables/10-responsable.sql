-- Les responsables des élèves.
-- entite: responsable
-- etape: siecle_responsable
-- cible: referentiel.responsable
-- cle: personne_id
WITH fusion AS (
    MERGE INTO referentiel.responsable c USING siecle_responsable s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.personne_id = s.personne_id
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET civilite = s.civilite, nom_de_famille = s.nom_de_famille, nom_usage = s.nom_usage, prenom = s.prenom, courriel = s.courriel,
                   telephone = s.telephone, portable = s.portable, empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, personne_id, civilite, nom_de_famille, nom_usage, prenom, courriel, telephone, portable, empreinte,
                numero_depot)
        VALUES (:uai, :annee, s.personne_id, s.civilite, s.nom_de_famille, s.nom_usage, s.prenom, s.courriel, s.telephone, s.portable,
                s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.personne_id AS cle
), disparition AS (
    UPDATE referentiel.responsable c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM siecle_responsable s WHERE s.personne_id = c.personne_id)
    RETURNING c.personne_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
