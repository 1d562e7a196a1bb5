-- code: C100
-- effet: AVERTISSEMENT
-- file: groupe
-- libelle: Ce qu'EDT a envoyé n'est pas dans STS-WEB.
-- anomalie: Groupes ou services envoyés par EDT et absents de STS-WEB ({nombre}) : {manquants}.
-- cause: L'import dans STS-WEB (synchro 3) n'a pas eu lieu, ne les a pas pris, ou cet export a été fait avant (C96).
-- correction: Dans EDT, Extraire > Extraire les cours non exportables STSWEB donne la cause. Corrigez, remontez de nouveau, puis refaites STS-WEB > Exports >
--   Emploi du temps.
WITH manque AS (
    SELECT g.code_groupe AS nom FROM referentiel.edt_groupe g
    WHERE g.uai = :uai AND g.annee_scolaire = :annee AND g.disparu_le IS NULL AND g.code_groupe NOT IN (SELECT code_groupe FROM sts_groupe)
    UNION ALL
    SELECT DISTINCT v.code_structure || ' ' || v.code_matiere || ' ' || v.code_modalite FROM referentiel.edt_service v
    WHERE v.uai = :uai AND v.annee_scolaire = :annee AND v.disparu_le IS NULL
      AND NOT EXISTS (SELECT FROM sts_service s WHERE s.type_structure = v.type_structure AND s.code_structure = v.code_structure
                      AND s.code_matiere = v.code_matiere AND s.code_modalite = v.code_modalite)
      AND (v.type_structure = 'D' OR v.code_structure IN (SELECT code_groupe FROM sts_groupe))
)
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(*) AS nombre,
       array_to_string((array_agg(nom ORDER BY nom))[1 : 20], ', ') || CASE WHEN count(*) > 20 THEN '…' ELSE '' END AS manquants
FROM manque
HAVING count(*) > 0
