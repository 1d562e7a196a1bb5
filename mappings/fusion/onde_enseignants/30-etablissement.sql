-- Qui dirige l'école : tout ce qu'ONDE dit d'elle dans ses extractions.
-- entite: etablissement
-- cible: referentiel.etablissement WHERE source = 'ONDE'
-- cle: source
-- colonnes: responsable, empreinte
SELECT responsable, md5(responsable)::uuid AS empreinte
FROM (SELECT concat_ws(' ', f.prenom, coalesce(f.nom_usage, f.nom)) AS responsable
      FROM onde_enseignant f WHERE f.directeur ORDER BY f.rang LIMIT 1) d
