-- Les classes de l'école : un libellé qui change ne change pas la classe.
-- entite: division
-- cible: referentiel.division WHERE source = 'ONDE'
-- cle: source, code_division
-- colonnes: libelle, empreinte
SELECT DISTINCT ON (v.code_division) v.code_division, coalesce(f.classe, v.code_division) AS libelle,
       md5(coalesce(f.classe, v.code_division))::uuid AS empreinte
FROM onde_eleve_vu v JOIN onde_eleve f USING (rang)
WHERE v.code_division IS NOT NULL
ORDER BY v.code_division, f.rang
