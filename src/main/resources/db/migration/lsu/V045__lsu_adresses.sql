-- Telephone and postal address are of the fields that a synchronisation updates (R18, R207).
CREATE FUNCTION lsu.adresse_de(a referentiel.adresse) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT nullif(jsonb_strip_nulls(jsonb_build_object('ligne1', (a).ligne1, 'ligne2', (a).ligne2, 'ligne3', (a).ligne3, 'ligne4', (a).ligne4,
                                                       'code_postal', (a).code_postal, 'commune', (a).commune)), '{}') $$;
COMMENT ON FUNCTION lsu.adresse_de(referentiel.adresse) IS 'Une adresse dans la forme de eleve_version.responsables';

CREATE OR REPLACE VIEW lsu.source_famille AS
    SELECT l.uai, l.annee_scolaire, l.eleve_id,
           jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                         'civilite', r.civilite, 'nom', coalesce(nullif(r.nom_usage, ''), r.nom_de_famille), 'prenom', r.prenom,
                         'rang', l.niveau_responsabilite, 'lien', nullif(l.lien, ''), 'courriel', r.courriel,
                         'telephone', coalesce(nullif(r.portable, ''), r.telephone),
                         'adresse', lsu.adresse_de(a)))
                     ORDER BY l.niveau_responsabilite, l.personne_id) AS responsables
    FROM referentiel.eleve_responsable l
    JOIN referentiel.responsable r ON r.uai = l.uai AND r.annee_scolaire = l.annee_scolaire AND r.personne_id = l.personne_id
        AND r.disparu_le IS NULL
    LEFT JOIN referentiel.adresse a ON a.uai = l.uai AND a.annee_scolaire = l.annee_scolaire AND a.personne = 'RESPONSABLE'
        AND a.personne_id = l.personne_id AND a.disparu_le IS NULL
    WHERE l.disparu_le IS NULL
    GROUP BY l.uai, l.annee_scolaire, l.eleve_id;

CREATE OR REPLACE VIEW lsu.source_eleve AS
    SELECT e.uai, e.annee_scolaire, e.eleve_id, e.source = 'ONDE' AS ecole, lsu.net(e.nom_de_famille) AS nom, lsu.net(e.nom_usage) AS nom_usage,
           lsu.net(e.prenom) AS prenom,
           concat_ws(' ', lsu.net(e.prenom), lsu.net(e.prenom2), lsu.net(e.prenom3)) AS prenoms,
           e.date_naissance, e.sexe, lsu.net(e.ine) AS ine, lsu.net(e.courriel) AS courriel, coalesce(f.responsables, '[]') AS responsables,
           e.numero_depot, lsu.net(e.telephone) AS telephone, lsu.net(a.ligne1) AS adresse1, lsu.net(a.ligne2) AS adresse2,
           lsu.net(a.ligne3) AS adresse3, lsu.net(a.ligne4) AS adresse4, lsu.net(a.code_postal) AS code_postal, lsu.net(a.commune) AS commune
    FROM referentiel.eleve e
    LEFT JOIN lsu.source_famille f ON f.uai = e.uai AND f.annee_scolaire = e.annee_scolaire AND f.eleve_id = e.eleve_id
    LEFT JOIN referentiel.adresse a ON a.uai = e.uai AND a.annee_scolaire = e.annee_scolaire AND a.personne = 'ELEVE'
        AND a.personne_id = e.eleve_id AND a.disparu_le IS NULL
    WHERE e.disparu_le IS NULL;

ALTER TABLE lsu.sync_eleve
    ADD COLUMN telephone text, ADD COLUMN adresse1 text, ADD COLUMN adresse2 text, ADD COLUMN adresse3 text, ADD COLUMN adresse4 text,
    ADD COLUMN code_postal text, ADD COLUMN commune text;
