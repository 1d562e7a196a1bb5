-- Qui est chaque élève du fichier : par l'identifiant envoyé, sinon par nom, prénom et naissance (elegroupe.md §5.1).
-- L'identifiant doit être de l'établissement. moyen : id, identite ; vide quand l'élève n'est pas trouvé.
-- moment: avant
CREATE TEMPORARY TABLE IF NOT EXISTS elegroupe_identifie
    (rang_eleve bigint PRIMARY KEY, eleve_id text, envoye text, place integer, sans_identite boolean);
TRUNCATE elegroupe_identifie;
INSERT INTO elegroupe_identifie
SELECT f.rang, trouve.eleve_id, coalesce(f.eleve_id, f.ine, f.id_prv, ''),
       CASE WHEN trouve.eleve_id IS NOT NULL THEN row_number() OVER (PARTITION BY trouve.eleve_id ORDER BY f.rang) END,
       num_nonnulls(f.eleve_id, f.ine, f.id_prv) <> 1 AND (f.nom IS NULL OR f.prenom IS NULL OR f.date_naissance IS NULL)
FROM elegroupe_eleve f
LEFT JOIN referentiel.eleve par_id
    ON par_id.uai = :uai AND par_id.annee_scolaire = :annee AND par_id.disparu_le IS NULL AND par_id.eleve_id = f.eleve_id
LEFT JOIN (SELECT ine, min(eleve_id) AS eleve_id FROM referentiel.eleve
           WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL AND ine IS NOT NULL GROUP BY ine) par_ine
    ON f.eleve_id IS NULL AND par_ine.ine = f.ine
LEFT JOIN (SELECT id_prv, min(eleve_id) AS eleve_id FROM referentiel.eleve
           WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL AND id_prv IS NOT NULL GROUP BY id_prv) par_prv
    ON f.eleve_id IS NULL AND f.ine IS NULL AND par_prv.id_prv = f.id_prv
LEFT JOIN LATERAL (
    SELECT e.eleve_id FROM referentiel.eleve e
    WHERE coalesce(par_id.eleve_id, par_ine.eleve_id, par_prv.eleve_id) IS NULL
      AND e.uai = :uai AND e.annee_scolaire = :annee AND e.disparu_le IS NULL
      AND upper(f.nom) IN (upper(e.nom_de_famille), upper(e.nom_usage)) AND initcap(e.prenom) = initcap(f.prenom)
      AND e.date_naissance = f.date_naissance
      AND (f.prenom2 IS NULL OR initcap(e.prenom2) = initcap(f.prenom2)) AND (f.prenom3 IS NULL OR initcap(e.prenom3) = initcap(f.prenom3))
    ORDER BY e.eleve_id LIMIT 1
) par_identite ON true
CROSS JOIN LATERAL (SELECT coalesce(par_id.eleve_id, par_ine.eleve_id, par_prv.eleve_id, par_identite.eleve_id) AS eleve_id) trouve
