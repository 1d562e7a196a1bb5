-- include: ecole.sql
UPDATE lsu.classe SET periodicite_id = NULL WHERE uai = :uai;
