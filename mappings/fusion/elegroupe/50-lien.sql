-- Le fichier remplace tous les liens de l'établissement (R048) ; les liens rejetés n'entrent pas, les dates sont celles des règles.
-- entite: lien
-- cible: referentiel.lien_eleve_groupe
-- cle: eleve_id, code_groupe
-- colonnes: date_debut, date_fin, origine
-- par: code_groupe
-- garde: oui
SELECT v.eleve_id, v.code_groupe, coalesce(d.date_debut, v.date_debut) AS date_debut, coalesce(f.date_fin, v.date_fin) AS date_fin,
       'ELEGROUPE' AS origine
FROM elegroupe_lien_vu v
LEFT JOIN (SELECT rang_lien, max(date_debut) AS date_debut FROM constat WHERE date_debut IS NOT NULL GROUP BY 1) d USING (rang_lien)
LEFT JOIN (SELECT rang_lien, max(date_fin) AS date_fin FROM constat WHERE date_fin IS NOT NULL GROUP BY 1) f USING (rang_lien)
WHERE NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien = v.rang_lien)
  AND NOT EXISTS (SELECT FROM constat r WHERE r.effet = 'REJET' AND r.rang_lien IS NULL AND r.rang_eleve = v.rang_eleve)
