-- Les élèves d'ONDE. Une extraction sans INE ni autres prénoms (ancienne génération) n'efface pas ceux qui sont connus.
-- entite: eleve
-- etape: onde_eleve
-- cible: referentiel.eleve WHERE source = 'ONDE'
-- cle: empreinte
-- garde: oui
WITH voulu AS MATERIALIZED (
    SELECT v.eleve_id, coalesce(v.ine, c.ine) AS ine, f.nom_de_famille, f.nom_usage, f.prenom, coalesce(f.prenom2, c.prenom2) AS prenom2,
           coalesce(f.prenom3, c.prenom3) AS prenom3, f.date_naissance, f.sexe, f.cycle, f.niveau, f.empreinte
    FROM onde_eleve_vu v
    JOIN onde_eleve f USING (rang)
    LEFT JOIN referentiel.eleve c ON c.uai = :uai AND c.annee_scolaire = :annee AND c.eleve_id = v.eleve_id
    WHERE v.place = 1 AND v.eleve_id IS NOT NULL
), fusion AS (
    MERGE INTO referentiel.eleve c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.eleve_id = s.eleve_id
    WHEN MATCHED AND (c.disparu_le IS NOT NULL
                      OR (c.ine, c.nom_de_famille, c.nom_usage, c.prenom, c.prenom2, c.prenom3, c.date_naissance, c.sexe, c.cycle, c.niveau)
                      IS DISTINCT FROM (s.ine, s.nom_de_famille, s.nom_usage, s.prenom, s.prenom2, s.prenom3, s.date_naissance, s.sexe,
                                        s.cycle, s.niveau)) THEN
        UPDATE SET ine = s.ine, nom_de_famille = s.nom_de_famille, nom_usage = s.nom_usage, prenom = s.prenom, prenom2 = s.prenom2,
                   prenom3 = s.prenom3, date_naissance = s.date_naissance, sexe = s.sexe, cycle = s.cycle, niveau = s.niveau,
                   empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, eleve_id, ine, nom_de_famille, nom_usage, prenom, prenom2, prenom3, date_naissance, sexe, cycle,
                niveau, empreinte, numero_depot)
        VALUES (:uai, :annee, 'ONDE', s.eleve_id, s.ine, s.nom_de_famille, s.nom_usage, s.prenom, s.prenom2, s.prenom3, s.date_naissance,
                s.sexe, s.cycle, s.niveau, s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.eleve_id AS cle
), disparition AS (
    UPDATE referentiel.eleve c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'ONDE' AND c.disparu_le IS NULL
      AND c.eleve_id NOT IN (SELECT eleve_id FROM voulu)
      AND c.eleve_id NOT IN (SELECT unnest(candidats) FROM onde_eleve_vu)
    RETURNING c.eleve_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
