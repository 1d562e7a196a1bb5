-- moment: avant
-- Les établissements de l'envoi, à leur année (gar_perimetre : la dernière commencée où ils ont des élèves ; celle qu'ils préparent attend leur
-- rentrée), et leur degré : ce que dit ONDE est du premier.
-- Ce qui n'est pas transmis, et ce qui l'est mais qu'il faut savoir : un motif, ou le code d'un texte de messages/gar.yaml et ses valeurs.
CREATE TEMPORARY TABLE gar_ecarte (uai text, eleve text, objet text, motif text, code text, valeurs text[]) ON COMMIT DROP;

CREATE TEMPORARY TABLE gar_etab ON COMMIT DROP AS
WITH annee AS (
    SELECT uai, annee_scolaire FROM gar_perimetre WHERE annee_scolaire IS NOT NULL
), identite AS (
    SELECT e.uai, (array_agg(e.statut ORDER BY e.source DESC) FILTER (WHERE e.statut <> ''))[1] AS statut,
           (array_agg(regexp_replace(e.telephone, '[^0-9+]', '', 'g') ORDER BY e.source DESC) FILTER (WHERE e.telephone <> ''))[1] AS telephone,
           (array_agg(btrim(e.courriel) ORDER BY e.source DESC) FILTER (WHERE btrim(e.courriel) <> ''))[1] AS courriel
    FROM referentiel.etablissement e JOIN annee USING (uai, annee_scolaire) WHERE e.disparu_le IS NULL GROUP BY e.uai
)
SELECT a.uai, a.annee_scolaire,
       CASE WHEN EXISTS (SELECT FROM referentiel.division d WHERE d.uai = a.uai AND d.annee_scolaire = a.annee_scolaire AND d.source = 'ONDE')
              OR EXISTS (SELECT FROM referentiel.enseignant n WHERE n.uai = a.uai AND n.annee_scolaire = a.annee_scolaire AND n.type = 'onde')
            THEN '1D' ELSE '2D' END AS degre,
       coalesce(nullif(btrim(s.nom), a.uai), c.nom, a.uai) AS nom,
       CASE WHEN i.statut ~* '^(public|pu)$' THEN 'PU' WHEN i.statut ~* '^(priv[eé]|pr)$' THEN 'PR' END AS contrat,
       nullif(i.telephone, '') AS telephone, i.courriel
FROM annee a
LEFT JOIN identite i USING (uai)
LEFT JOIN ent.structure s ON s.uai = a.uai AND s.annee_scolaire = a.annee_scolaire AND s.disparu_le IS NULL
-- ONDE ne dit pas le nom de l'école : un autre établissement le connaît peut-être.
LEFT JOIN LATERAL (SELECT nullif(concat_ws(' ', k.denomination, k.complement), '') AS nom FROM referentiel.etablissement_connu k
                   WHERE k.code_uai = a.uai AND k.disparu_le IS NULL AND coalesce(nullif(btrim(s.nom), a.uai), '') = ''
                   ORDER BY k.annee_scolaire DESC, k.uai LIMIT 1) c ON true;

INSERT INTO gar_ecarte
SELECT uai, NULL, 'établissement', 'rien de lui dans l''annuaire ENT, pour une année scolaire commencée' FROM gar_perimetre WHERE uai NOT IN (SELECT uai FROM gar_etab);
INSERT INTO gar_ecarte
SELECT uai, NULL, 'établissement', 'téléphone de plus de 20 caractères : le numéro n''est pas transmis' FROM gar_etab
WHERE char_length(telephone) > 20;
UPDATE gar_etab SET telephone = NULL WHERE char_length(telephone) > 20;
ANALYZE gar_etab;
