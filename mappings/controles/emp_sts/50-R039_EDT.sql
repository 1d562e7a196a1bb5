-- code: R039_EDT
-- famille: R039
-- effet: INFORMATION
-- file: groupe
-- libelle: Ce qui est remonté d'EDT vers STS-WEB.
-- anomalie: De ce fichier, le dernier sts_emp a déjà : groupes, {groupes_la} sur {groupes} ; services, {services_la} sur {services}. À remonter : {manquants}.
-- cause: La synchro 3 a lieu dans STS-WEB : on ne la voit que dans le sts_emp suivant.
-- correction: Importez ce fichier dans STS-WEB (Imports > Emploi du temps), puis déposez ici un nouvel export Emploi du temps de STS-WEB.
WITH structure AS (
    SELECT g.code_groupe AS code, EXISTS (SELECT FROM referentiel.groupe s WHERE s.uai = :uai AND s.annee_scolaire = :annee AND s.source = 'STS'
                                          AND s.disparu_le IS NULL AND s.code_groupe = g.code_groupe) AS la
    FROM emp_groupe g
), enseignement AS (
    SELECT DISTINCT v.type_structure, v.code_structure, v.code_matiere, v.code_modalite,
           EXISTS (SELECT FROM referentiel.service s WHERE s.uai = :uai AND s.annee_scolaire = :annee AND s.disparu_le IS NULL
                   AND s.type_structure = v.type_structure AND s.code_structure = v.code_structure AND s.code_matiere = v.code_matiere
                   AND s.code_modalite = v.code_modalite) AS la
    FROM emp_service v
), manque AS (
    SELECT code AS nom FROM structure WHERE NOT la
    UNION ALL
    SELECT code_structure || ' ' || code_matiere || ' ' || code_modalite FROM enseignement e
    WHERE NOT la AND NOT EXISTS (SELECT FROM structure s WHERE s.code = e.code_structure AND NOT s.la)
)
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant,
       (SELECT count(*) FROM structure WHERE la) AS groupes_la, (SELECT count(*) FROM structure) AS groupes,
       (SELECT count(*) FROM enseignement WHERE la) AS services_la, (SELECT count(*) FROM enseignement) AS services,
       coalesce((SELECT array_to_string((array_agg(nom ORDER BY nom))[1 : 20], ', ') || CASE WHEN count(*) > 20 THEN '…' ELSE '' END FROM manque), 'rien') AS manquants
WHERE EXISTS (SELECT FROM referentiel.division d WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.source = 'STS' AND d.disparu_le IS NULL)
