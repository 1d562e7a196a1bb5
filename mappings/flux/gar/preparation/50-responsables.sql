-- moment: avant
-- Les responsables d'affectation qui sont encore du personnel transmis.
CREATE TEMPORARY TABLE gar_respaff ON COMMIT DROP AS
SELECT t.degre, r.uai, r.personne_id, r.courriel, p.identifiant::text AS identifiant
FROM ent.gar_responsable r JOIN gar_etab t USING (uai) LEFT JOIN gar_presence p ON p.uai = r.uai AND p.personne_id = r.personne_id AND p.adulte;
INSERT INTO gar_ecarte
SELECT uai, NULL, 'responsable d''affectation ' || personne_id, 'n''est pas parmi les personnels transmis de l''établissement' FROM gar_respaff
WHERE identifiant IS NULL;
DELETE FROM gar_respaff WHERE identifiant IS NULL;
