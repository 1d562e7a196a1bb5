-- Qui est responsable de qui. Ancien modèle : RESP_LEGAL 1 et 2 sont des représentants légaux, 0 un contact.
-- entite: eleve_responsable
-- cible: referentiel.eleve_responsable
-- cle: eleve_id, personne_id
-- colonnes: lien, niveau_responsabilite
SELECT DISTINCT ON (eleve_id, personne_id) eleve_id, personne_id, coalesce(lien, '') AS lien,
       coalesce(niveau, legal_ancien) AS niveau_responsabilite
FROM siecle_eleve_responsable ORDER BY eleve_id, personne_id, rang
