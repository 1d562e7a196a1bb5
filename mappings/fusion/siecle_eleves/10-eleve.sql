-- Les élèves de la base SIECLE, sortis compris (R014). Une sortie au 31/12/9999 n'en est pas une (siecle.md §2).
-- entite: eleve
-- etape: siecle_eleve
-- cible: referentiel.eleve
-- cle: eleve_id
-- garde: oui
WITH fusion AS (
    MERGE INTO referentiel.eleve c USING siecle_eleve s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.eleve_id = s.eleve_id
    WHEN MATCHED AND (c.empreinte <> s.empreinte OR c.disparu_le IS NOT NULL) THEN
        UPDATE SET ine = s.ine, id_prv = s.id_prv, nom_de_famille = s.nom_de_famille, nom_usage = s.nom_usage, prenom = s.prenom, prenom2 =
                   s.prenom2, prenom3 = s.prenom3, date_naissance = s.date_naissance, sexe = s.sexe, code_mef = s.code_mef, code_statut =
                   s.code_statut, code_regime = s.code_regime, date_entree = s.date_entree, date_sortie = nullif(s.date_sortie, DATE '9999-12-31'),
                   code_motif_sortie = s.code_motif_sortie, courriel = s.courriel, empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, eleve_id, ine, id_prv, nom_de_famille, nom_usage, prenom, prenom2, prenom3, date_naissance, sexe, code_mef,
                code_statut, code_regime, date_entree, date_sortie, code_motif_sortie, courriel, empreinte, numero_depot)
        VALUES (:uai, :annee, s.eleve_id, s.ine, s.id_prv, s.nom_de_famille, s.nom_usage, s.prenom, s.prenom2, s.prenom3, s.date_naissance,
                s.sexe, s.code_mef, s.code_statut, s.code_regime, s.date_entree, nullif(s.date_sortie, DATE '9999-12-31'),
                s.code_motif_sortie, s.courriel, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.eleve_id AS cle
), disparition AS (
    UPDATE referentiel.eleve c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM siecle_eleve s WHERE s.eleve_id = c.eleve_id)
    RETURNING c.eleve_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
