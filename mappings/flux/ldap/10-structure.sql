-- entree: structure
-- branche: structures
-- classes: organizationalUnit, ENTStructure, ENTEtablissement
-- marque: ENTStructureJointure
-- exige: ou, ENTStructureJointure, ENTStructureNomCourant, ENTStructureSIREN, ENTStructureUAI, ENTEtablissementMinistereTutelle, ENTEtablissementContrat
-- Les établissements (A.3, A.5). Contrat inconnu des exports : public.
SELECT e.dn, ARRAY[e.uai] AS uais,
       ARRAY['organizationalUnit', 'ENTStructure', 'ENTEtablissement'] AS "objectClass",
       upper(e.nom) AS "ou",
       e.uai AS "ENTStructureSIREN",
       e.jointure AS "ENTStructureJointure",
       upper(e.nom) AS "ENTStructureNomCourant",
       e.uai AS "ENTStructureUAI",
       n.libelle AS "ENTStructureTypeStruct",
       'MINISTERE DE L''EDUCATION NATIONALE' AS "ENTEtablissementMinistereTutelle",
       CASE WHEN lower(s.statut) LIKE 'pr%' THEN 'PR' ELSE 'PU' END AS "ENTEtablissementContrat",
       s.adresse AS "street",
       e.code_postal AS "postalCode",
       e.commune AS "l",
       ent.telephone_international(s.telephone) AS "telephoneNumber",
       ARRAY(SELECT concat_ws('$', t.code, t.libelle,
                              (SELECT string_agg(DISTINCT m, '$' ORDER BY m) FROM unnest((SELECT d.mef FROM referentiel.division d
                                   WHERE d.uai = t.uai AND d.annee_scolaire = t.annee_scolaire AND d.code_division = t.code AND d.disparu_le IS NULL
                                   ORDER BY d.source DESC LIMIT 1)) m))
             FROM ldap_structure t WHERE t.uai = e.uai AND t.type = 'D') AS "ENTStructureClasses",
       ARRAY(SELECT concat_ws('$', t.code, t.libelle,
                              (SELECT string_agg(DISTINCT k.code, '$' ORDER BY k.code)
                               FROM unnest((SELECT g.divisions FROM referentiel.groupe g
                                   WHERE g.uai = t.uai AND g.annee_scolaire = t.annee_scolaire AND g.code_groupe = t.code AND g.disparu_le IS NULL
                                   ORDER BY g.source DESC LIMIT 1)) d
                               JOIN ldap_structure k ON k.uai = t.uai AND k.type = 'D' AND k.cle = upper(btrim(d))))
             FROM ldap_structure t WHERE t.uai = e.uai AND t.type = 'G') AS "ENTStructureGroupes"
FROM ldap_ecole e
LEFT JOIN LATERAL (SELECT * FROM referentiel.etablissement x WHERE x.uai = e.uai AND x.annee_scolaire = e.annee_scolaire AND x.disparu_le IS NULL
                   ORDER BY x.source DESC LIMIT 1) s ON true
LEFT JOIN (VALUES ('300', 'LYCEE D ENSEIGNEMENT GENERAL'), ('302', 'LYCEE D ENSEIGNEMENT GENERAL ET TECHNOLOGIQUE'), ('306', 'LYCEE POLYVALENT'),
                  ('320', 'LYCEE PROFESSIONNEL'), ('340', 'COLLEGE'), ('370', 'ETABLISSEMENT REGIONAL D ENSEIGNEMENT ADAPTE'),
                  ('390', 'SECTION D ENSEIGNEMENT GENERAL ET PROFESSIONNEL ADAPTE')) AS n (nature, libelle) ON n.nature = s.nature
