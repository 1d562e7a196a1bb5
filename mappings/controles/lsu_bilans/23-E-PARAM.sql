-- code: E-PARAM
-- famille: REJBILAN
-- effet: REJET
-- file: prerequis
-- libelle: Bilan non importé.
-- anomalie: La classe {classe} est paramétrée en {parametrage}. Le bilan de l'élève {nom} {prenom} ({classe}) pour la période
--   {indice}/{nombre} ({annees}) ne sera pas importé.
-- cause: La source des données de la classe est la saisie directe dans le LSU.
-- correction: Paramétrage > Paramétrage par classe : choisissez « Import(s) Editeur(s) » comme source des données de la classe, puis importez
--   de nouveau le fichier.
SELECT b.rang AS rang_eleve, NULL::bigint AS rang_lien, b.identifiant, coalesce(b.nom, '') AS nom, coalesce(b.prenom, '') AS prenom, b.classe_libelle AS classe, 'Saisie manuelle' AS parametrage, b.indice::text AS indice, b.nb_periodes::text AS nombre,
       format('%s-%s', b.millesime, b.millesime + 1) AS annees
FROM lu_bilan b WHERE NOT b.de_cycle AND b.mode_source = 'SAISIE_DIRECTE'
