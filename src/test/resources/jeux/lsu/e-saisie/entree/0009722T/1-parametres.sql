-- include: college.sql
INSERT INTO lsu.bilan_periodique (eleve_id, classe_id, periode_id, etat, mode, appreciation, uai, annee_scolaire)
SELECT e.id, e.classe_id, p.id, 'DEVERROUILLE', 'SAISIE_DIRECTE', 'saisi', e.uai, 2025
FROM lsu.eleve e JOIN lsu.periode p ON p.uai = e.uai AND p.indice = 1 WHERE e.id_be = '700101' AND e.uai = :uai;
