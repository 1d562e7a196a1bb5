-- entree: groupe
-- branche: groupes
-- classes: groupOfNames, ENTClasse, ENTGroupe, ENTProfil
-- marque: businessCategory
-- exige: cn, member, businessCategory
-- cite: member, ou
-- retrait: immediat
-- Classes, groupes et leurs trois groupes de profil (A.4). L'annuaire n'a pas de jointure pour eux : businessCategory dit de qui ils viennent.
SELECT format('cn=%s,%s', ent.ldap_rdn(g.cn), r.groupes) AS dn, ARRAY[g.uai] AS uais,
       ARRAY['groupOfNames', CASE WHEN g.profil <> '' THEN 'ENTProfil' WHEN g.type = 'D' THEN 'ENTClasse' ELSE 'ENTGroupe' END] AS "objectClass",
       g.cn AS "cn",
       g.libelle AS "description",
       r.source || '$' || g.cn AS "businessCategory",
       e.dn AS "ou",
       g.membres AS "member"
FROM ldap_groupe g
JOIN ldap_ecole e USING (uai)
CROSS JOIN ldap_reglage r
