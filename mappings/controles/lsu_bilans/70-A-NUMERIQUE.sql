-- code: A-NUMERIQUE
-- effet: AVERTISSEMENT
-- file: etablissement
-- libelle: Compétences numériques absentes.
-- anomalie: Division {division} : {nombre} bilan(s) de la dernière période sans rien sur les compétences numériques.
-- cause: En sixième, le dernier bilan de l'année dit les compétences numériques : un texte de la classe, un texte de l'élève ou des
--   niveaux.
-- correction: Complétez-les dans le logiciel d'évaluation si vous le souhaitez. Les bilans sont importés.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, b.classe AS division, count(*)::text AS nombre
FROM lu_bilan b
WHERE NOT b.ecole AND NOT b.de_cycle AND b.indice = b.nb_periodes AND coalesce(b.niveau, b.classe) LIKE '6%' AND b.j -> 'competences_numeriques' IS NULL AND NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET')
GROUP BY b.classe
