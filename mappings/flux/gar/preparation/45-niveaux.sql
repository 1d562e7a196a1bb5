-- moment: avant
-- Premier degré : le MEFSTAT4 de chaque niveau d'ONDE. Les documents publics ne donnent pas cette nomenclature : à compléter ici, une ligne
-- par niveau, par qui la tient ('CM2', '1234'). Un niveau sans code n'est pas transmis, et c'est dit.
CREATE TEMPORARY TABLE gar_niveau (niveau text, mefstat4 text) ON COMMIT DROP;

CREATE TEMPORARY TABLE gar_personne_niveau ON COMMIT DROP AS
SELECT uai, identifiant, niveau, false AS adulte FROM gar_personne WHERE degre = '1D' AND NOT adulte AND niveau IS NOT NULL
UNION ALL
SELECT DISTINCT l.uai, l.identifiant, e.niveau, true
FROM gar_lien l
JOIN gar_lien x ON x.uai = l.uai AND x.type_structure = l.type_structure AND x.code = l.code AND NOT x.adulte
JOIN gar_personne e ON e.personne_id = x.personne_id AND e.degre = '1D' AND e.uai = x.uai
WHERE l.degre = '1D' AND l.adulte AND e.niveau IS NOT NULL;
INSERT INTO gar_ecarte
SELECT p.uai, NULL, 'niveau ' || p.niveau, format('sans code MEFSTAT4 ; ses liens aussi (%s)', count(*))
FROM gar_personne_niveau p WHERE NOT EXISTS (SELECT FROM gar_niveau n WHERE n.niveau = p.niveau) GROUP BY p.uai, p.niveau;
