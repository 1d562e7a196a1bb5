-- L'année scolaire de l'établissement : SIECLE fait référence (R016).
-- entite: calendrier
-- etape: siecle_annee
-- cible: referentiel.calendrier
WITH fusion AS (
    MERGE INTO referentiel.calendrier c USING siecle_annee s
    ON c.uai = :uai AND c.annee_scolaire = :annee
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET rentree_eleves = s.rentree_eleves, sortie_eleves = s.sortie_eleves, rentree_professeurs = s.rentree_professeurs,
                   sortie_professeurs = s.sortie_professeurs, empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, rentree_eleves, sortie_eleves, rentree_professeurs, sortie_professeurs, empreinte, numero_depot)
        VALUES (:uai, :annee, s.rentree_eleves, s.sortie_eleves, s.rentree_professeurs, s.sortie_professeurs, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.uai AS cle
), disparition AS (
    UPDATE referentiel.calendrier c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM siecle_annee s)
    RETURNING c.uai AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
