-- entite: bilan_cycle
-- forme: instruction
-- cible: lsu.bilan_cycle WHERE mode = 'IMPORT'
-- Comme un bilan périodique : verrouillé, attaché aux versions d'aujourd'hui.
WITH bilan AS (
    INSERT INTO lsu.bilan_cycle (eleve_id, cycle, etat, mode, date_verrou, eleve_version_id, etablissement_version_id, classe_libelle_fige,
        directeur_ou_responsable, directeur_civilite, directeur_nom, directeur_prenom, date_creation, synthese, enseignement_complement,
        complement_positionnement, langue_regionale, langue_positionnement, responsables, import_id, uai, annee_scolaire, numero_depot)
    SELECT b.eleve_id, (b.j ->> 'cycle')::integer, 'VERROUILLE', 'IMPORT', coalesce((b.j ->> 'date_verrou')::timestamp, (:maintenant)::timestamp),
           b.version_courante_id, t.version_courante_id, b.libelle_connu, coalesce(s.libelle, concat_ws(' ', s.civilite, s.prenom, s.nom)),
           s.civilite, s.nom, s.prenom, (b.j ->> 'date_creation')::date, lsu.texte_lu(b.j ->> 'synthese', 1500),
           b.j -> 'enseignement_complement' ->> 'code', (b.j -> 'enseignement_complement' ->> 'positionnement')::integer,
           b.j -> 'langue_culture_regionale' ->> 'code', (b.j -> 'langue_culture_regionale' ->> 'positionnement')::integer,
           coalesce(b.j -> 'responsables', '[]'), nullif(current_setting('lsu.import_id'), '')::bigint, :uai, :annee, :numero
    FROM lu_bilan b
    JOIN lsu.etablissement t ON t.uai = :uai
    LEFT JOIN lu_signataire s ON s.id = coalesce(b.j ->> 'responsable_etab_ref', b.j ->> 'directeur_ref')
    WHERE b.de_cycle
    ORDER BY b.rang
    RETURNING eleve_id, cycle, id
), changement (operation, cle) AS (
    SELECT CASE WHEN b.remplace THEN 'UPDATE' ELSE 'INSERT' END, b.identifiant || ' cycle ' || n.cycle
    FROM bilan n JOIN lu_bilan b ON b.de_cycle AND b.eleve_id = n.eleve_id AND (b.j ->> 'cycle')::integer = n.cycle
)
