-- include: college.sql
UPDATE lsu.classe SET mode_evaluation = 'NOTES' WHERE uai = :uai;
