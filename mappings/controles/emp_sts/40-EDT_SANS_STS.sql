-- code: EDT_SANS_STS
-- famille: C97
-- effet: INFORMATION
-- file: prerequis
-- libelle: EDT emploie une classe, une matière ou un professeur que STS-WEB ne connaît pas.
-- anomalie: Divisions, matières et professeurs n'ont pas été vérifiés : aucun sts_emp n'a été reçu pour cette année.
-- cause: Les deux fichiers se lisent ensemble : les noms et les nomenclatures ne sont que dans sts_emp.
-- correction: Déposez l'export STS-WEB (Exports > Emploi du temps), puis de nouveau ce fichier.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant
WHERE NOT EXISTS (SELECT FROM referentiel.division d WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.source = 'STS' AND d.disparu_le IS NULL)
