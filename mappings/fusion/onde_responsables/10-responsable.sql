-- Les responsables d'au moins un élève de l'école.
-- entite: responsable
-- cible: referentiel.responsable WHERE source = 'ONDE'
-- garde: oui
WITH voulu AS MATERIALIZED (
    SELECT v.personne_id, upper(r.civilite) AS civilite, r.nom_de_famille, r.nom_usage, r.prenom, r.courriel, r.telephone, r.portable, r.empreinte
    FROM onde_responsable_vu v JOIN onde_responsable r USING (rang)
    WHERE v.place = 1
), fusion AS (
    MERGE INTO referentiel.responsable c USING voulu s
    ON c.uai = :uai AND c.annee_scolaire = :annee AND c.personne_id = s.personne_id
    WHEN MATCHED AND (c.disparu_le IS NOT NULL
                      OR (c.civilite, c.nom_de_famille, c.nom_usage, c.prenom, c.courriel, c.telephone, c.portable)
                      IS DISTINCT FROM (s.civilite, s.nom_de_famille, s.nom_usage, s.prenom, s.courriel, s.telephone, s.portable)) THEN
        UPDATE SET civilite = s.civilite, nom_de_famille = s.nom_de_famille, nom_usage = s.nom_usage, prenom = s.prenom, courriel = s.courriel,
                   telephone = s.telephone, portable = s.portable, empreinte = s.empreinte, numero_depot = :numero, disparu_le = NULL
    WHEN NOT MATCHED THEN
        INSERT (uai, annee_scolaire, source, personne_id, civilite, nom_de_famille, nom_usage, prenom, courriel, telephone, portable, empreinte,
                numero_depot)
        VALUES (:uai, :annee, 'ONDE', s.personne_id, s.civilite, s.nom_de_famille, s.nom_usage, s.prenom, s.courriel, s.telephone, s.portable,
                s.empreinte, :numero)
    RETURNING merge_action() AS operation, c.personne_id AS cle
), disparition AS (
    UPDATE referentiel.responsable c SET disparu_le = :maintenant, numero_depot = :numero
    WHERE c.uai = :uai AND c.annee_scolaire = :annee AND c.source = 'ONDE' AND c.disparu_le IS NULL
      AND c.personne_id NOT IN (SELECT personne_id FROM voulu) AND c.personne_id NOT IN (SELECT personne_id FROM onde_responsable_garde)
    RETURNING c.personne_id AS cle
), changement AS (
    SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
)
