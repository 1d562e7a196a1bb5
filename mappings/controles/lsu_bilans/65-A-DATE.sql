-- code: A-DATE
-- effet: AVERTISSEMENT
-- file: eleve
-- libelle: Dates à vérifier.
-- anomalie: Le conseil de classe ({conseil}) du {quoi} de l'élève {nom} {prenom} ({classe}) est avant sa date de scolarité ({scolarite}).
-- cause: La date de scolarité est la plus tardive du début de la période et de l'arrivée de l'élève.
-- correction: Vérifiez les deux dates dans le logiciel d'évaluation. Le bilan est importé.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, b.quoi, to_char((b.j ->> 'date_conseil_classe')::date, 'DD/MM/YYYY') AS conseil,
       to_char((b.j ->> 'date_scolarite')::date, 'DD/MM/YYYY') AS scolarite
FROM lu_bilan b
WHERE (b.j ->> 'date_conseil_classe')::date < (b.j ->> 'date_scolarite')::date AND NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET')
