-- moment: avant
-- Élèves et personnels présents dans l'annuaire, chacun avec son identifiant et son profil (gar.md §4). Les parents ne sont jamais transmis.
CREATE TEMPORARY TABLE gar_presence ON COMMIT DROP AS
SELECT t.degre, t.uai, p.personne_id, i.identifiant, false AS adulte, p.cle, btrim(p.nom) AS nom, coalesce(btrim(p.prenom), '') AS prenom,
       nullif(btrim(e.nom_de_famille), '') AS nom_patro,
       array_remove(ARRAY[nullif(btrim(p.prenom), ''), nullif(btrim(e.prenom2), ''), nullif(btrim(e.prenom3), '')], NULL) AS prenoms,
       CASE e.sexe WHEN 'M' THEN 'M.' WHEN 'F' THEN 'Mme' END AS civilite, p.date_naissance, p.date_entree, 'ELV' AS profil,
       '{}'::text[] AS disciplines, nullif(btrim(e.code_mef), '') AS code_mef, nullif(btrim(e.niveau), '') AS niveau,
       CASE WHEN btrim(p.nom) = '' THEN 'sans nom' WHEN coalesce(btrim(p.prenom), '') = '' THEN 'sans prénom' END AS motif
FROM gar_etab t
JOIN ent.presence p ON p.uai = t.uai AND p.annee_scolaire = t.annee_scolaire AND p.systeme = 'SIECLE_ELEVE' AND p.disparu_le IS NULL
JOIN ent.identifiant_gar i USING (personne_id)
LEFT JOIN referentiel.eleve e ON e.uai = p.uai AND e.annee_scolaire = p.annee_scolaire AND e.eleve_id = p.cle
UNION ALL
SELECT t.degre, t.uai, p.personne_id, i.identifiant, true, p.cle, btrim(p.nom), coalesce(btrim(p.prenom), ''),
       nullif(btrim(n.nom_patronymique), ''), array_remove(ARRAY[nullif(btrim(p.prenom), '')], NULL),
       CASE WHEN n.sexe = 'M' OR n.sexe IS NULL AND n.civilite IN ('M', 'M.') THEN 'M.'
            WHEN n.sexe = 'F' OR n.sexe IS NULL AND n.civilite IN ('MME', 'Mme') THEN 'Mme' END,
       p.date_naissance, NULL, f.profil, coalesce(n.disciplines, '{}'), NULL, NULL,
       CASE WHEN btrim(p.nom) = '' THEN 'sans nom' WHEN coalesce(btrim(p.prenom), '') = '' THEN 'sans prénom'
            WHEN f.profil IS NULL THEN format('fonction « %s » inconnue du GAR', btrim(n.fonction)) END
FROM gar_etab t
JOIN ent.presence p ON p.uai = t.uai AND p.annee_scolaire = t.annee_scolaire AND p.systeme = 'STS' AND p.disparu_le IS NULL
JOIN ent.identifiant_gar i USING (personne_id)
LEFT JOIN referentiel.enseignant n ON n.uai = p.uai AND n.annee_scolaire = p.annee_scolaire AND n.type || ':' || n.enseignant_id = p.cle
-- Le GAR ne prend pour un personnel que ENS, DIR, EVS, ETA, DOC et COL : inspecteurs et autres deviennent ENS.
LEFT JOIN (SELECT unnest(string_to_array(codes, ' ')) AS fonction, profil
           FROM (VALUES ('ENS BED EAP FCA FCP FIJ IS ISES PPA RH1D RPL UPI INS INJ ELE', 'ENS'), ('DOC', 'DOC'), ('DIR DEC DECPR DSES', 'DIR'),
                        ('EDU AED ADE AES SUR', 'EVS'),
                        ('ADA ADF ADM ALB ASE ASH CFC CPD CTR LAB MDS ORI OUV PSY TEC', 'ETA'), ('COLTER', 'COL')) AS t (codes, profil)) f
       ON f.fonction = coalesce(nullif(upper(btrim(n.fonction)), ''), 'ENS');

-- Qui n'est pas transmis ne l'est avec aucun de ses liens : ils sont comptés quand les groupes le sont.
CREATE TEMPORARY TABLE gar_exclu ON COMMIT DROP AS SELECT uai, personne_id, adulte, cle, motif FROM gar_presence WHERE motif IS NOT NULL;
DELETE FROM gar_presence WHERE motif IS NOT NULL;
CREATE INDEX ON gar_presence (personne_id, uai);
ANALYZE gar_presence;

-- Une personne n'est qu'une fois dans un envoi : telle que la connaît l'établissement où elle est arrivée en dernier. Son rattachement
-- n'est dit que si elle n'est nulle part ailleurs.
CREATE TEMPORARY TABLE gar_personne ON COMMIT DROP AS
SELECT DISTINCT ON (p.degre, p.personne_id) p.degre, p.personne_id, p.identifiant::text AS identifiant, p.adulte, p.uai,
       CASE WHEN a.personne_id IS NULL THEN p.uai END AS rattachement, p.nom, p.prenom, p.nom_patro, p.prenoms, p.civilite,
       p.date_naissance, p.code_mef, p.niveau, array_agg(p.uai) OVER w AS uais, array_agg(p.profil) OVER w AS profils
FROM gar_presence p
LEFT JOIN (SELECT DISTINCT personne_id FROM ent.presence WHERE disparu_le IS NULL AND profil <> 'Responsable'
           AND uai NOT IN (SELECT uai FROM gar_etab)) a ON a.personne_id = p.personne_id
WINDOW w AS (PARTITION BY p.degre, p.personne_id ORDER BY p.uai ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY p.degre, p.personne_id, p.date_entree DESC NULLS LAST, p.uai;
CREATE INDEX ON gar_personne (personne_id);
ANALYZE gar_personne;
