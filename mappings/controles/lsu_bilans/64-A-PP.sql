-- code: A-PP
-- effet: AVERTISSEMENT
-- file: etablissement
-- libelle: Division sans professeur principal.
-- anomalie: La division {division} n'a pas de professeur principal sur {nombre} bilan(s).
-- cause: Ni le fichier ni STS-WEB n'en donnent.
-- correction: Dites-le dans STS-WEB, et dans le logiciel d'évaluation. Les bilans sont importés.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, b.classe AS division, count(*)::text AS nombre
FROM lu_bilan b
WHERE NOT b.ecole AND NOT b.de_cycle AND coalesce(jsonb_array_length(b.j -> 'prof_princ_refs'), 0) = 0
  AND NOT EXISTS (SELECT FROM lsu.division_prof_principal p WHERE p.classe_id = b.classe_id AND p.disparu_le IS NULL) AND NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET')
GROUP BY b.classe
