-- fichier: enrollments
-- exige: sourcedId, classSourcedId, schoolSourcedId, userSourcedId, role
-- cite: classSourcedId classes, schoolSourcedId orgs, userSourcedId users
-- Un élève est dans sa division et dans les cours de ses divisions et de ses groupes ; un enseignant dans les cours qu'il donne, et dans la
-- division dont il est professeur principal.
WITH affectation AS (
    SELECT uai, annee_scolaire, 'D' AS type, code_division AS code, eleve_id, date_debut, date_fin FROM referentiel.eleve_division WHERE disparu_le IS NULL
    UNION ALL
    SELECT uai, annee_scolaire, 'G', code_groupe, eleve_id, date_debut, date_fin FROM referentiel.lien_eleve_groupe WHERE disparu_le IS NULL
), inscrit AS (
    SELECT c.id, c.uai, p.personne_id, 'student' AS role, false AS principal, min(a.date_debut) AS debut,
           CASE WHEN count(a.date_fin) = count(*) THEN max(a.date_fin) END AS fin
    FROM affectation a
    JOIN roster_ecole e USING (uai, annee_scolaire)
    JOIN roster_presence p ON p.uai = a.uai AND p.annee_scolaire = a.annee_scolaire AND p.systeme = 'SIECLE_ELEVE' AND p.cle = a.eleve_id
    JOIN roster_classe c ON c.uai = a.uai AND c.type = a.type AND c.code = a.code
    WHERE coalesce(a.date_fin, 'infinity') >= e.jour
    GROUP BY c.id, c.uai, p.personne_id
    UNION ALL
    SELECT DISTINCT c.id, c.uai, p.personne_id, 'teacher', false, NULL::date, NULL::date
    FROM referentiel.service s
    JOIN roster_classe c ON c.uai = s.uai AND c.annee_scolaire = s.annee_scolaire AND c.type = s.type_structure AND c.code = s.code_structure
        AND c.matiere = s.code_matiere
    JOIN roster_presence p ON p.uai = s.uai AND p.annee_scolaire = s.annee_scolaire AND p.systeme = 'STS' AND p.cle = s.enseignant_type || ':' || s.enseignant_id
    WHERE s.disparu_le IS NULL
    UNION ALL
    SELECT DISTINCT c.id, c.uai, p.personne_id, 'teacher', true, NULL::date, NULL::date
    FROM referentiel.professeur_principal q
    JOIN roster_ecole e USING (uai, annee_scolaire)
    JOIN roster_classe c ON c.uai = q.uai AND c.annee_scolaire = q.annee_scolaire AND c.type = 'D' AND c.code = q.code_division AND c.matiere IS NULL
    JOIN roster_presence p ON p.uai = q.uai AND p.annee_scolaire = q.annee_scolaire AND p.systeme = 'STS' AND p.cle = q.enseignant_type || ':' || q.enseignant_id
    WHERE q.disparu_le IS NULL AND coalesce(q.date_debut, '-infinity') <= e.jour AND coalesce(q.date_fin, 'infinity') >= e.jour
)
SELECT format('e-%s-%s', i.personne_id, i.id) AS "sourcedId", NULL AS "status", NULL AS "dateLastModified", i.id AS "classSourcedId",
       'org-' || i.uai AS "schoolSourcedId", 'u-' || i.personne_id AS "userSourcedId", i.role AS "role", i.principal AS "primary",
       coalesce(i.debut, e.debut) AS "beginDate", coalesce(i.fin, e.fin) AS "endDate"
FROM inscrit i JOIN roster_ecole e USING (uai) ORDER BY 1
