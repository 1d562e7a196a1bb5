-- Ce qui n'est pas transmis, et pourquoi ; ce qui l'est, et qu'il faut savoir. Un groupe renommé (C144) est celui qui a disparu depuis un envoi
-- de ce consommateur et dont un groupe nouveau a les élèves, aux trois quarts : les arrivées et les départs ne le cachent pas. Il est dit
-- trente jours, le temps que quelqu'un le lise.
-- element: ecartes
WITH parti AS (
    SELECT g.groupe_id, g.uai, g.type_structure, g.code, g.disparu_le FROM gar_etab t
    JOIN ent.groupe g ON g.uai = t.uai AND g.annee_scolaire = t.annee_scolaire AND g.profil = 'Eleve'
    WHERE t.degre = :degre AND g.disparu_le > :instant::timestamptz - interval '30 days'
      AND EXISTS (SELECT FROM echange.paquet p WHERE p.flux = 'gar' AND p.consommateur = :consommateur AND p.entier AND p.valide
                  AND p.cree_le < g.disparu_le AND g.uai = ANY (p.uai))
), arrive AS (
    SELECT g.groupe_id, g.uai, g.type_structure, g.code FROM ent.changement_lot l
    JOIN ent.changement c ON c.lot = l.lot AND c.type = 'groupe' AND c.operation = 'INSERT'
    JOIN ent.groupe g ON g.groupe_id::text = c.cle AND g.profil = 'Eleve' AND g.disparu_le IS NULL
    WHERE l.cree_le > :instant::timestamptz - interval '30 days' AND l.uai IN (SELECT uai FROM parti)
), renomme AS (
    SELECT p.uai, p.type_structure, p.code AS avant, a.code AS apres
    FROM parti p JOIN arrive a ON a.uai = p.uai AND a.type_structure = p.type_structure
    CROSS JOIN LATERAL (
        SELECT count(*) AS tous, count(*) FILTER (WHERE dans = 2) AS restes
        FROM (SELECT count(*) AS dans FROM ent.membre m
              WHERE m.groupe_id = p.groupe_id AND (m.disparu_le IS NULL OR m.disparu_le >= p.disparu_le)
                 OR m.groupe_id = a.groupe_id AND m.disparu_le IS NULL
              GROUP BY m.personne_id) e) n
    WHERE n.restes > 0 AND n.restes * 4 >= n.tous * 3
)
SELECT * FROM (
    SELECT e.uai, e.eleve, e.objet, e.motif, e.code, e.valeurs FROM gar_ecarte e LEFT JOIN gar_etab t USING (uai) WHERE coalesce(t.degre, '2D') = :degre
    UNION ALL
    SELECT uai, NULL, CASE type_structure WHEN 'D' THEN 'division ' ELSE 'groupe ' END || apres, NULL, 'C144', ARRAY['avant', avant, 'apres', apres] FROM renomme
) e
-- La description d'un paquet n'en garde que les premiers : ce qui n'est pas transmis d'abord.
ORDER BY code IS NOT NULL, uai, objet, eleve, motif, code
