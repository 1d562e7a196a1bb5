-- code: ONDE_ENFANT_INCONNU
-- effet: REJET
-- file: eleve
-- libelle: L'enfant d'un responsable n'est pas élève de l'école.
-- anomalie: Ligne {ligne} : l'enfant {nom} {prenom} ({classe}) n'est pas un élève connu de l'école. Son lien avec ce responsable n'a pas été pris.
-- cause: L'extraction ne donne que les noms de l'enfant : aucun élève présent ne porte ce nom de famille et ce prénom.
-- correction: Déposez d'abord l'extraction des élèves du même jour, puis de nouveau celle-ci.
SELECT v.rang AS rang_eleve, NULL::bigint AS rang_lien, NULL::text AS identifiant, f.ligne::text AS ligne, f.nom_de_famille AS nom, f.prenom,
       coalesce(f.classe, 'sans classe') AS classe
FROM onde_enfant_vu v JOIN onde_enfant f USING (rang)
WHERE v.candidats = 0
