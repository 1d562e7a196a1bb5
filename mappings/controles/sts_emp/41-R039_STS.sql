-- code: R039_STS
-- famille: R039
-- effet: INFORMATION
-- file: groupe
-- libelle: Ce qui est remonté d'EDT vers STS-WEB.
-- anomalie: De ce qu'EDT a envoyé, STS-WEB a : groupes, {groupes_la} sur {groupes} ; services, {services_la} sur {services}.
-- cause: Le dernier emploi du temps déposé est comparé à cet export (synchro 3).
-- correction: Rien à faire si tout y est ; sinon voyez C100 dans ce compte rendu.
WITH structure AS (
    SELECT g.code_groupe IN (SELECT code_groupe FROM sts_groupe) AS la FROM referentiel.edt_groupe g
    WHERE g.uai = :uai AND g.annee_scolaire = :annee AND g.disparu_le IS NULL
), enseignement AS (
    SELECT DISTINCT v.type_structure, v.code_structure, v.code_matiere, v.code_modalite,
           EXISTS (SELECT FROM sts_service s WHERE s.type_structure = v.type_structure AND s.code_structure = v.code_structure
                   AND s.code_matiere = v.code_matiere AND s.code_modalite = v.code_modalite) AS la
    FROM referentiel.edt_service v
    WHERE v.uai = :uai AND v.annee_scolaire = :annee AND v.disparu_le IS NULL
)
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant,
       (SELECT count(*) FROM structure WHERE la) AS groupes_la, (SELECT count(*) FROM structure) AS groupes,
       (SELECT count(*) FROM enseignement WHERE la) AS services_la, (SELECT count(*) FROM enseignement) AS services
WHERE EXISTS (SELECT FROM enseignement) OR EXISTS (SELECT FROM structure)
