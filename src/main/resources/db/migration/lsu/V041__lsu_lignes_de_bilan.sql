-- I1 for the rows of a bilan, checked once for each statement and not for each row: a file of a collège writes 150,000 of them, and
-- asking the same of each took three quarters of the import.
CREATE FUNCTION lsu.garder_lignes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lignes CONSTANT text := CASE TG_OP WHEN 'INSERT' THEN 'SELECT bilan_id FROM apres' WHEN 'DELETE' THEN 'SELECT bilan_id FROM avant'
                                       ELSE 'SELECT bilan_id FROM avant UNION SELECT bilan_id FROM apres' END;
    verrouille boolean;
BEGIN
    -- The bilans are read FOR SHARE, so that nobody locks one while its rows are being written.
    EXECUTE format('SELECT bool_or(b.etat = ''VERROUILLE'' AND NOT lsu.import_en_cours(b.uai))
                    FROM (SELECT etat, uai FROM lsu.%I WHERE id IN (%s) FOR SHARE) b', TG_ARGV[0], lignes) INTO verrouille;
    IF verrouille THEN
        RAISE EXCEPTION 'I1 : le bilan de cette ligne de % est verrouillé', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION lsu.garder_lignes() IS 'I1 : les lignes d''un bilan verrouillé ne changent pas non plus, sauf pendant un import';

DO $$
DECLARE
    ancien record;
BEGIN
    FOR ancien IN
        SELECT c.relname AS ligne, CASE WHEN c.relname LIKE 'bilan\_cycle\_%' THEN 'bilan_cycle' ELSE 'bilan_periodique' END AS bilan
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE t.tgname = 'garder_ligne' AND c.relnamespace = 'lsu'::regnamespace LOOP
        EXECUTE format('DROP TRIGGER garder_ligne ON lsu.%I', ancien.ligne);
        EXECUTE format('CREATE TRIGGER garder_ajout AFTER INSERT ON lsu.%I REFERENCING NEW TABLE AS apres
                        FOR EACH STATEMENT EXECUTE FUNCTION lsu.garder_lignes(%L)', ancien.ligne, ancien.bilan);
        EXECUTE format('CREATE TRIGGER garder_changement AFTER UPDATE ON lsu.%I REFERENCING OLD TABLE AS avant NEW TABLE AS apres
                        FOR EACH STATEMENT EXECUTE FUNCTION lsu.garder_lignes(%L)', ancien.ligne, ancien.bilan);
        EXECUTE format('CREATE TRIGGER garder_retrait AFTER DELETE ON lsu.%I REFERENCING OLD TABLE AS avant
                        FOR EACH STATEMENT EXECUTE FUNCTION lsu.garder_lignes(%L)', ancien.ligne, ancien.bilan);
    END LOOP;
END $$;
DROP FUNCTION lsu.garder_ligne();

-- A bilan replaced by an import takes with it what a run had to lock again.
ALTER TABLE lsu.sync_bilan DROP CONSTRAINT sync_bilan_bilan_id_fkey;
ALTER TABLE lsu.sync_bilan ADD CONSTRAINT sync_bilan_bilan_id_fkey
    FOREIGN KEY (bilan_id) REFERENCES lsu.bilan_periodique ON DELETE CASCADE;
