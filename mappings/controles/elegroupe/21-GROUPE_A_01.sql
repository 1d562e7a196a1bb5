-- code: GROUPE_A_01
-- famille: GROUPE
-- effet: REJET
-- file: groupe
-- libelle: L'inscription de l'élève dans un groupe est invalide.
-- anomalie: Le groupe "{groupe}" n'est pas référencé. L'inscription de l'élève dans ce groupe a été rejetée.
-- cause: {explication}
-- correction: {action}
SELECT v.rang_eleve, v.rang_lien, v.eleve_id AS identifiant, v.code_groupe AS groupe,
       CASE WHEN v.groupe_sts THEN 'Le groupe est bien dans STS-WEB, mais SIECLE ne le connaît pas encore : la synchro 4a n''a pas été faite.'
            ELSE 'Le groupe n''existe pas dans STS-WEB.' END AS explication,
       CASE WHEN v.groupe_sts THEN 'STS-WEB > Exports > Structure (4a), attendez « La structure a été envoyée », puis déposez l''export SIECLE Structures : '
                                || 'ce fichier sera repris de lui-même.'
            ELSE 'Corrigez le groupe dans EDT (nom, MEF, division), remontez l''emploi du temps dans STS-WEB (3), puis STS-WEB > Exports > Structure (4a), '
                                || 'puis déposez de nouveau les liens (5).' END AS action
FROM elegroupe_lien_vu v
WHERE NOT v.groupe_connu AND NOT EXISTS (SELECT FROM constat r WHERE r.rang_eleve = v.rang_eleve AND r.effet = 'REJET' AND r.rang_lien IS NULL)
