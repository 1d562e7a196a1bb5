-- code: LSU_BILANS_LUS
-- effet: INFORMATION
-- file: format
-- libelle: Bilans du fichier.
-- anomalie: Bilans lus : {lus} ; importés : {importes} ; rejetés : {rejetes}.
-- cause: Un bilan rejeté n'empêche pas les autres d'être importés.
-- correction: Rien à faire s'il n'y a pas de rejet.
SELECT NULL::bigint AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, count(*)::text AS lus,
       count(*) FILTER (WHERE NOT EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET'))::text AS importes, count(*) FILTER (WHERE EXISTS (SELECT FROM constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET'))::text AS rejetes
FROM lu_bilan b
