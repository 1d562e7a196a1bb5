-- moment: avant
-- Ce qui part, et que le GAR servirait mal : un enseignant sans matière (C140), un établissement où personne n'affecte les ressources (C143).
INSERT INTO gar_ecarte
SELECT l.uai, NULL, 'personnel ' || p.cle, NULL, 'C140', ARRAY['groupes', string_agg(l.code, ', ' ORDER BY l.code)]
FROM gar_lien l JOIN gar_presence p ON p.uai = l.uai AND p.personne_id = l.personne_id AND p.adulte
WHERE l.degre = '2D' AND l.adulte AND p.profil = 'ENS'
  AND NOT EXISTS (SELECT FROM gar_service s WHERE s.uai = l.uai AND s.type_structure = l.type_structure AND s.code = l.code AND s.personne_id = l.personne_id)
GROUP BY l.uai, p.cle;

INSERT INTO gar_ecarte
SELECT t.uai, NULL, 'responsables d''affectation', NULL, 'C143', '{}' FROM gar_etab t
WHERE NOT EXISTS (SELECT FROM gar_respaff r WHERE r.uai = t.uai);
-- Les domaines des académies, des régions académiques, du ministère et de la Polynésie.
INSERT INTO gar_ecarte
SELECT uai, NULL, 'responsable d''affectation ' || personne_id, NULL, 'C143', ARRAY['variante', 'courriel'] FROM gar_respaff
WHERE courriel !~* '[@.](ac-[a-z-]+\.[a-z]+|region-academique-[a-z-]+\.fr|education\.gouv\.fr|education\.pf)$';
