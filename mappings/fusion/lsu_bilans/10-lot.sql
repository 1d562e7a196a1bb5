-- moment: apres-regles
-- L'import s'ouvre : lui seul peut remplacer un bilan verrouillé (I1). Les bilans rejetés en sortent ; ce que les autres citent et que le
-- magasin n'a pas encore (disciplines, enseignants inconnus de la base) y entre ; les bilans qu'ils remplacent s'en vont (R61).
INSERT INTO lsu.import_lot (etablissement_id, fichier, sha256, degre, schema_version, depose_par, debut, bilans_lus, bilans_rejetes, uai,
                            annee_scolaire, numero_depot)
SELECT t.id, d.fichier, d.empreinte, t.degre,
       coalesce((SELECT valeur::jsonb ->> 'version' FROM lsu_document WHERE element = 'lsun-bilans'), ''), d.deposant, now(), (SELECT count(*) FROM lu_bilan),
       (SELECT count(*) FROM lu_bilan b WHERE b.rang IN (SELECT rang_eleve FROM constat WHERE effet = 'REJET')), :uai, :annee, :numero
FROM lsu.etablissement t JOIN echange.depot d ON d.numero = :numero WHERE t.uai = :uai;
SELECT set_config('lsu.import_id', max(id)::text, true) FROM lsu.import_lot WHERE uai = :uai AND numero_depot = :numero;

DELETE FROM lu_bilan b USING constat k WHERE k.rang_eleve = b.rang AND k.effet = 'REJET';
DELETE FROM lu_acquis a WHERE NOT EXISTS (SELECT FROM lu_bilan b WHERE b.rang = a.bilan);

WITH version AS (
    INSERT INTO lsu.etablissement_version (etablissement_id, numero, valide_du, uai, annee_scolaire, numero_depot)
    SELECT id, 1, now(), uai, :annee, :numero FROM lsu.etablissement WHERE uai = :uai AND version_courante_id IS NULL
    RETURNING id, etablissement_id)
UPDATE lsu.etablissement t SET version_courante_id = v.id FROM version v WHERE t.id = v.etablissement_id;

-- Un enseignant que la base ne connaît pas n'arrive pas dans le magasin : il n'y est que pour les bilans qui le nomment.
INSERT INTO lsu.enseignant (etablissement_id, type, id_sts, civilite, nom, prenom, uai, annee_scolaire, numero_depot, disparu_le)
SELECT DISTINCT ON (n.type, n.id_sts, CASE WHEN n.type IS NULL THEN n.civilite || n.nom || n.prenom END)
       t.id, n.type, n.id_sts, n.civilite, coalesce(n.nom, ''), n.prenom, :uai, :annee, :numero, now()
FROM lu_enseignant n JOIN lsu.etablissement t ON t.uai = :uai
WHERE n.enseignant_id IS NULL AND EXISTS (SELECT FROM lu_bilan)
  AND NOT EXISTS (SELECT FROM lsu.enseignant m
                  WHERE m.uai = :uai AND m.annee_scolaire = :annee AND m.type IS NOT DISTINCT FROM n.type
                    AND m.id_sts IS NOT DISTINCT FROM n.id_sts
                    AND (n.type IS NOT NULL OR (m.civilite, m.nom, m.prenom) IS NOT DISTINCT FROM (n.civilite, n.nom, n.prenom)));
UPDATE lu_enseignant n SET enseignant_id = m.id
FROM lsu.enseignant m
WHERE n.enseignant_id IS NULL AND m.uai = :uai AND m.annee_scolaire = :annee AND m.type IS NOT DISTINCT FROM n.type
  AND m.id_sts IS NOT DISTINCT FROM n.id_sts
  AND (n.type IS NOT NULL OR (m.civilite, m.nom, m.prenom) IS NOT DISTINCT FROM (n.civilite, n.nom, n.prenom));

-- Les langues d'abord : une discipline de modalité D tient à l'une d'elles.
INSERT INTO lsu.discipline (etablissement_id, code, code_national, modalite, libelle, uai, annee_scolaire, numero_depot)
SELECT t.id, n.code, n.code_national, n.modalite, n.libelle, :uai, :annee, :numero
FROM lu_discipline n JOIN lsu.etablissement t ON t.uai = :uai
WHERE n.id_lv IS NULL AND EXISTS (SELECT FROM lu_bilan)
ON CONFLICT ON CONSTRAINT discipline_une_fois DO UPDATE SET code_national = excluded.code_national
    WHERE lsu.discipline.code_national IS NULL AND excluded.code_national IS NOT NULL;
UPDATE lu_discipline n SET discipline_id = d.id FROM lsu.discipline d
WHERE n.id_lv IS NULL AND d.uai = :uai AND d.annee_scolaire = :annee AND (d.code, d.modalite) = (n.code, n.modalite) AND d.langue_id IS NULL;
INSERT INTO lsu.discipline (etablissement_id, code, code_national, modalite, libelle, langue_id, uai, annee_scolaire, numero_depot)
SELECT t.id, n.code, n.code_national, n.modalite, n.libelle, l.discipline_id, :uai, :annee, :numero
FROM lu_discipline n JOIN lu_discipline l ON l.id = n.id_lv JOIN lsu.etablissement t ON t.uai = :uai
WHERE EXISTS (SELECT FROM lu_bilan)
ON CONFLICT ON CONSTRAINT discipline_une_fois DO NOTHING;
UPDATE lu_discipline n SET discipline_id = d.id FROM lsu.discipline d, lu_discipline l
WHERE l.id = n.id_lv AND d.uai = :uai AND d.annee_scolaire = :annee AND (d.code, d.modalite, d.langue_id) = (n.code, n.modalite, l.discipline_id);

UPDATE lu_bilan b SET remplace = true
WHERE CASE WHEN b.de_cycle THEN EXISTS (SELECT FROM lsu.bilan_cycle x WHERE x.eleve_id = b.eleve_id AND x.cycle = (b.j ->> 'cycle')::integer)
           ELSE EXISTS (SELECT FROM lsu.bilan_periodique x WHERE (x.eleve_id, x.periode_id) = (b.eleve_id, b.periode_id)) END;
DELETE FROM lsu.bilan_periodique x USING lu_bilan b
WHERE b.remplace AND NOT b.de_cycle AND (x.eleve_id, x.periode_id) = (b.eleve_id, b.periode_id);
DELETE FROM lsu.bilan_cycle x USING lu_bilan b
WHERE b.remplace AND b.de_cycle AND x.eleve_id = b.eleve_id AND x.cycle = (b.j ->> 'cycle')::integer;
