-- Les élèves modifiés, quelques-uns à la fois (R14, R15) : l'identité est archivée telle quelle si un bilan verrouillé en dépend, puis remplacée.
-- Si un seul échoue, les autres sont repris sans lui (R25). Une ligne par élève modifié, ou introuvable (R17, R12).
-- moment: ecriture
-- etape: eleve
-- par: lot
WITH choisi AS MATERIALIZED (
    SELECT s.*, e.version_courante_id, e.classe_id, e.id_be, coalesce(v.prenom, v.prenoms) AS ancien_prenom, v.nom AS ancien_nom, v.numero,
           CASE :degre WHEN '2D' THEN coalesce(c.code, c.libelle) ELSE c.libelle END AS division,
           (EXISTS (SELECT FROM lsu.bilan_periodique b WHERE b.eleve_id = e.id AND b.etat = 'VERROUILLE'
                    AND (:archiver_toujours OR b.eleve_version_id = e.version_courante_id))
            OR EXISTS (SELECT FROM lsu.bilan_cycle b WHERE b.eleve_id = e.id AND b.etat = 'VERROUILLE'
                       AND (:archiver_toujours OR b.eleve_version_id = e.version_courante_id))) AS verrouille
    FROM lsu.sync_eleve s
    JOIN lsu.eleve e ON e.id = s.eleve_id
    JOIN lsu.eleve_version v ON v.id = e.version_courante_id
    LEFT JOIN lsu.classe c ON c.id = e.classe_id
    WHERE s.sync_id = :sync AND s.rang BETWEEN :premier AND :dernier
), archive AS (
    UPDATE lsu.eleve_version v SET statut = 'ARCHIVEE', archivee_le = :instant, archivee_par_sync_id = :sync
    FROM choisi c WHERE c.statut = 'MODIFIE' AND c.verrouille AND v.id = c.version_courante_id
    RETURNING v.eleve_id, v.numero
), nouvelle AS (
    INSERT INTO lsu.eleve_version (eleve_id, numero, nom, nom_usage, prenom, prenoms, date_naissance, sexe, ine, courriel, responsables,
                                   telephone, adresse1, adresse2, adresse3, adresse4, code_postal, commune, empreinte, statut, uai,
                                   annee_scolaire, numero_depot)
    SELECT c.eleve_id, a.numero + 1, c.nom, c.nom_usage, c.prenom, c.prenoms, c.date_naissance, c.sexe, c.ine, c.courriel, c.responsables,
           c.telephone, c.adresse1, c.adresse2, c.adresse3, c.adresse4, c.code_postal, c.commune, c.empreinte, 'COURANTE', :uai, :annee,
           c.numero_depot
    FROM archive a JOIN choisi c ON c.eleve_id = a.eleve_id
    RETURNING id, eleve_id
), ecrasee AS (
    UPDATE lsu.eleve_version v
    SET nom = c.nom, nom_usage = c.nom_usage, prenom = c.prenom, prenoms = c.prenoms, date_naissance = c.date_naissance, sexe = c.sexe,
        ine = c.ine, courriel = c.courriel, responsables = c.responsables, telephone = c.telephone, adresse1 = c.adresse1,
        adresse2 = c.adresse2, adresse3 = c.adresse3, adresse4 = c.adresse4, code_postal = c.code_postal, commune = c.commune, empreinte = c.empreinte, numero_depot = c.numero_depot
    FROM choisi c WHERE c.statut = 'MODIFIE' AND NOT c.verrouille AND v.id = c.version_courante_id
    RETURNING v.id, v.eleve_id
), courante AS (
    UPDATE lsu.eleve e
    SET version_courante_id = coalesce(n.id, e.version_courante_id), id_source = c.source_id, numero_depot = c.numero_depot,
        ine_courant = CASE WHEN e.id_be IS NULL AND NOT EXISTS (SELECT FROM lsu.eleve autre
                                                                WHERE autre.uai = :uai AND autre.annee_scolaire = :annee
                                                                  AND autre.ine_courant = c.ine AND autre.id <> e.id)
                           THEN c.ine ELSE e.ine_courant END
    FROM choisi c LEFT JOIN nouvelle n ON n.eleve_id = c.eleve_id
    WHERE e.id = c.eleve_id AND c.statut <> 'ABSENT'
    RETURNING e.id
), message AS (
    SELECT c.rang, c.eleve_id, c.statut,
           jsonb_build_object('eleve', CASE WHEN c.statut = 'ABSENT' OR :nom_affiche = 'ancien'
                                            THEN concat_ws(' ', c.ancien_prenom, c.ancien_nom) ELSE concat_ws(' ', c.prenom, c.nom) END,
                              'division', c.division, 'base', CASE :degre WHEN '2D' THEN 'SIECLE BEE' ELSE 'ONDE' END) AS valeurs
    FROM choisi c WHERE c.statut <> 'LIE'
), resultat AS (
    SELECT rang, CASE statut WHEN 'MODIFIE' THEN 'eleves' END AS compte, CASE statut WHEN 'MODIFIE' THEN 'LSU_M1' ELSE 'LSU_W1' END AS code, eleve_id,
           NULL::bigint AS enseignant_id, valeurs
    FROM message
    UNION ALL
    SELECT 0, 'archives', NULL, eleve_id, NULL, NULL FROM nouvelle
)
