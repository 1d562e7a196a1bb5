-- element: vie-scolaire-commun
SELECT DISTINCT ON (b.periode_ref, b.classe)
       jsonb_build_object('periode_ref', b.periode_ref, 'code_division', b.classe, 'commentaire', x.vie_scolaire_commun)::text
FROM sortie_bilan b JOIN lsu.bilan_periodique x ON x.id = b.id AND x.vie_scolaire_commun IS NOT NULL
WHERE NOT b.de_cycle AND NOT b.ecole ORDER BY b.periode_ref, b.classe, b.id DESC
