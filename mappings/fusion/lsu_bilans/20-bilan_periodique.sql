-- entite: bilan_periodique
-- forme: instruction
-- cible: lsu.bilan_periodique WHERE mode = 'IMPORT'
-- Un bilan importé est verrouillé (R60), à la date du fichier ou à défaut maintenant, et tient aux versions d'aujourd'hui (R57).
WITH bilan AS (
    INSERT INTO lsu.bilan_periodique (eleve_id, classe_id, periode_id, etat, mode, date_verrou, eleve_version_id, etablissement_version_id,
        classe_libelle_fige, directeur_ou_responsable, directeur_civilite, directeur_nom, directeur_prenom, date_conseil, date_creation,
        date_scolarite, appreciation, devoirs_faits, vie_scolaire, vie_scolaire_commun, nb_retards, nb_abs_justifiees, nb_abs_injustifiees,
        nb_heures_manquees, appreciation_numerique, responsables, import_id, uai, annee_scolaire, numero_depot)
    SELECT b.eleve_id, b.classe_id, b.periode_id, 'VERROUILLE', 'IMPORT', coalesce((b.j ->> 'date_verrou')::timestamp, (:maintenant)::timestamp),
           b.version_courante_id, t.version_courante_id, b.libelle_connu, coalesce(s.libelle, concat_ws(' ', s.civilite, s.prenom, s.nom)),
           s.civilite, s.nom, s.prenom, (b.j ->> 'date_conseil_classe')::date, (b.j ->> 'date_creation')::date, (b.j ->> 'date_scolarite')::date,
           coalesce(lsu.texte_lu(b.j ->> 'acquis_conseils', 1000), lsu.texte_lu(b.j ->> 'appreciation_generale', 1500)),
           lsu.texte_lu(b.j ->> 'devoirs_faits', 600), lsu.texte_lu(v.j ->> 'commentaire', 600), c.texte, (v.j ->> 'nb_retards')::integer,
           (v.j ->> 'nb_abs_justifiees')::integer, (v.j ->> 'nb_abs_injustifiees')::integer, (v.j ->> 'nb_heures_manquees')::integer,
           lsu.texte_lu(b.j -> 'competences_numeriques' ->> 'appreciation_num', 600), coalesce(b.j -> 'responsables', '[]'),
           nullif(current_setting('lsu.import_id'), '')::bigint, :uai, :annee, :numero
    FROM lu_bilan b
    JOIN lsu.etablissement t ON t.uai = :uai
    LEFT JOIN lu_signataire s ON s.id = coalesce(b.j ->> 'responsable_etab_ref', b.j ->> 'directeur_ref')
    CROSS JOIN LATERAL (SELECT b.j -> 'vie_scolaire' AS j) v
    LEFT JOIN lu_commun c ON c.element = 'vie-scolaire-commun' AND c.periode_ref = b.j ->> 'periode_ref' AND c.classe = b.classe
    WHERE NOT b.de_cycle
    ORDER BY b.rang
    RETURNING eleve_id, periode_id, id
), changement (operation, cle) AS (
    SELECT CASE WHEN b.remplace THEN 'UPDATE' ELSE 'INSERT' END, b.identifiant || ' ' || b.indice || '/' || b.nb_periodes
    FROM bilan n JOIN lu_bilan b ON NOT b.de_cycle AND (b.eleve_id, b.periode_id) = (n.eleve_id, n.periode_id)
)
