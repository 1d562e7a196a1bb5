-- The school is the one the file came for. What the source itself writes may differ: LSU says so and keeps its own (R28).
ALTER TABLE referentiel.etablissement ADD COLUMN uai_lu text;
COMMENT ON COLUMN referentiel.etablissement.uai_lu IS 'Code UAI que la source écrit elle-même, si elle en écrit un';
