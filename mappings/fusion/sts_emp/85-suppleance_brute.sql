-- Le bloc SUPPLEANTS tel quel, quand il n'est pas vide : son contenu n'est pas documenté (R036). Ce qui s'y lit est la suppléance (86-suppleance).
-- entite: suppleance_brute
-- etape: sts_suppleants
-- cible: referentiel.suppleance_brute
-- colonnes: contenu, empreinte
SELECT contenu, empreinte FROM sts_suppleants WHERE contenu IS NOT NULL
