-- include: ecole.sql
UPDATE lsu.classe SET mode_source = 'SAISIE_DIRECTE' WHERE uai = :uai;
