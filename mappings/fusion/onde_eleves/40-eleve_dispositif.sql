-- Les dispositifs de personnalisation des parcours, tels qu'écrits, avec le jour où ils ont été vus : ONDE n'en donne pas les dates
-- de façon connue, elles ne sont pas devinées. Une extraction qui n'en porte aucun n'en dit rien : ils restent.
-- entite: eleve_dispositif
-- cible: referentiel.eleve_dispositif
-- cle: eleve_id
-- colonnes: texte, codes, vu_le
-- compare: texte, codes
-- reste: NOT EXISTS (SELECT FROM voulu)
SELECT v.eleve_id, f.dispositifs AS texte, (:maintenant)::timestamptz AS vu_le,
       ARRAY(SELECT k.code
             FROM unnest(ARRAY['BILINGUE', 'CHAD', 'CHAM', 'CHAT', 'PAP', 'PPRE', 'PAI', 'PPS', 'RASED', 'ULIS ECOLE', 'UPE2A'])
                  WITH ORDINALITY AS k (code, rang)
             WHERE regexp_replace(regexp_replace(normalize(upper(f.dispositifs), NFD), '[\u0300-\u036f]', '', 'g'), '[^A-Z0-9]+', ' ', 'g')
                   ~ ('\m' || k.code || '\M')
             ORDER BY k.rang) AS codes
FROM onde_eleve_vu v JOIN onde_eleve f USING (rang)
WHERE v.place = 1 AND v.eleve_id IS NOT NULL AND f.dispositifs IS NOT NULL
