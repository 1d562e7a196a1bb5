-- Chaque lien du fichier avec ce que le hub sait de l'élève, du groupe et du calendrier : la matière des règles.
-- Un groupe est connu s'il est dans SIECLE Structures ; si l'établissement n'en a jamais envoyé, STS en tient lieu (contrat §2).
-- Un lien écrit deux fois pour un élève ne compte qu'une fois (C91).
-- moment: avant
CREATE TEMPORARY TABLE IF NOT EXISTS elegroupe_lien_vu
    (rang_lien bigint PRIMARY KEY, rang_eleve bigint, eleve_id text, code_groupe text, date_debut date, date_fin date,
     code_mef text, groupe_connu boolean, groupe_sts boolean, mef_groupe text[], debut_defaut date, fin_defaut date,
     rentree date, sortie date, sortie_professeurs date);
TRUNCATE elegroupe_lien_vu;
INSERT INTO elegroupe_lien_vu
SELECT DISTINCT ON (l.rang_eleve, l.code_groupe)
       l.rang, l.rang_eleve, i.eleve_id, l.code_groupe, l.date_debut, l.date_fin,
       e.code_mef, g.code_groupe IS NOT NULL, t.code_groupe IS NOT NULL, g.mef,
       CASE WHEN e.date_entree BETWEEN c.rentree_eleves AND c.sortie_eleves THEN e.date_entree ELSE c.rentree_eleves END,
       CASE WHEN e.date_sortie BETWEEN c.rentree_eleves AND c.sortie_eleves THEN e.date_sortie ELSE c.sortie_eleves END,
       c.rentree_eleves, c.sortie_eleves, c.sortie_professeurs
FROM elegroupe_lien l
JOIN elegroupe_identifie i ON i.rang_eleve = l.rang_eleve AND i.place = 1
JOIN referentiel.eleve e ON e.uai = :uai AND e.annee_scolaire = :annee AND e.eleve_id = i.eleve_id
LEFT JOIN referentiel.groupe g ON g.uai = :uai AND g.annee_scolaire = :annee AND g.code_groupe = l.code_groupe AND g.disparu_le IS NULL
     AND g.source = CASE WHEN EXISTS (SELECT FROM referentiel.division d WHERE d.uai = :uai AND d.annee_scolaire = :annee AND d.source = 'SIECLE')
                         THEN 'SIECLE' ELSE 'STS' END
LEFT JOIN referentiel.groupe t ON t.uai = :uai AND t.annee_scolaire = :annee AND t.source = 'STS' AND t.code_groupe = l.code_groupe
     AND t.disparu_le IS NULL
LEFT JOIN referentiel.calendrier c ON c.uai = :uai AND c.annee_scolaire = :annee AND c.disparu_le IS NULL
     AND c.rentree_eleves IS NOT NULL AND c.sortie_eleves IS NOT NULL
ORDER BY l.rang_eleve, l.code_groupe, l.rang
