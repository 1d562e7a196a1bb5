-- The invariants of the LSU store that are not constraints (I1, I2, I3). I4 is an index, I5 a view.

-- An import names itself with SET LOCAL lsu.import_id: only an import that is open, of this school, may replace a locked bilan.
CREATE FUNCTION lsu.import_en_cours(etablissement text) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (SELECT FROM lsu.import_lot
                   WHERE id = nullif(current_setting('lsu.import_id', true), '')::bigint AND uai = etablissement AND fin IS NULL);
COMMENT ON FUNCTION lsu.import_en_cours(text) IS 'Vrai si la transaction a annoncé (SET LOCAL lsu.import_id) un import ouvert de cet établissement';

CREATE FUNCTION lsu.garder_bilan() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    attaches CONSTANT text[] := ARRAY['etat', 'date_verrou', 'eleve_version_id', 'etablissement_version_id', 'classe_libelle_fige'];
BEGIN
    IF lsu.import_en_cours(OLD.uai) THEN
        RETURN coalesce(NEW, OLD);
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.etat = 'DEVERROUILLE' AND to_jsonb(OLD) - attaches = to_jsonb(NEW) - attaches THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'I1 : le bilan % (%) est verrouillé', OLD.id, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
COMMENT ON FUNCTION lsu.garder_bilan() IS 'I1 : un bilan verrouillé ne change que par un déverrouillage seul ou par un import qui le remplace';

CREATE TRIGGER garder_bilan BEFORE UPDATE OR DELETE ON lsu.bilan_periodique
    FOR EACH ROW WHEN (OLD.etat = 'VERROUILLE') EXECUTE FUNCTION lsu.garder_bilan();
CREATE TRIGGER garder_bilan BEFORE UPDATE OR DELETE ON lsu.bilan_cycle
    FOR EACH ROW WHEN (OLD.etat = 'VERROUILLE') EXECUTE FUNCTION lsu.garder_bilan();

-- The bilan is read FOR SHARE, so that nobody locks it while one of its rows is being written.
CREATE FUNCTION lsu.garder_ligne() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    bilans bigint[] := ARRAY[]::bigint[];
    verrouille boolean;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        bilans := bilans || OLD.bilan_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        bilans := bilans || NEW.bilan_id;
    END IF;
    EXECUTE format('SELECT bool_or(b.etat = ''VERROUILLE'' AND NOT lsu.import_en_cours(b.uai))
                    FROM (SELECT etat, uai FROM lsu.%I WHERE id = ANY ($1) FOR SHARE) b', TG_ARGV[0]) INTO verrouille USING bilans;
    IF verrouille THEN
        RAISE EXCEPTION 'I1 : le bilan de cette ligne de % est verrouillé', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
COMMENT ON FUNCTION lsu.garder_ligne() IS 'I1 : les lignes d''un bilan verrouillé ne changent pas non plus, sauf pendant un import';

DO $$
DECLARE
    ligne text;
BEGIN
    FOREACH ligne IN ARRAY ARRAY['bilan_acquis', 'bilan_acquis_enseignant', 'bilan_prof_principal', 'bilan_dispositif',
                                 'bilan_element_programme', 'bilan_parcours', 'bilan_epi', 'bilan_ap', 'bilan_socle', 'bilan_comp_num'] LOOP
        EXECUTE format('CREATE TRIGGER garder_ligne BEFORE INSERT OR UPDATE OR DELETE ON lsu.%I
                        FOR EACH ROW EXECUTE FUNCTION lsu.garder_ligne(''bilan_periodique'')', ligne);
    END LOOP;
END $$;
CREATE TRIGGER garder_ligne BEFORE INSERT OR UPDATE OR DELETE ON lsu.bilan_cycle_socle
    FOR EACH ROW EXECUTE FUNCTION lsu.garder_ligne('bilan_cycle');

-- What a locked bilan shows is the version it is tied to: neither an archive nor such a version may be rewritten, and
-- archiving keeps the identity exactly as it stood (R15). The foreign keys already refuse to delete it.
CREATE FUNCTION lsu.garder_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    suivi CONSTANT text[] := ARRAY['statut', 'archivee_le', 'archivee_par_sync_id', 'numero_depot', 'disparu_le'];
    change boolean := to_jsonb(OLD) - suivi <> to_jsonb(NEW) - suivi;
BEGIN
    IF OLD.statut = 'ARCHIVEE'
       OR change AND (NEW.statut = 'ARCHIVEE'
                      OR EXISTS (SELECT FROM lsu.bilan_periodique WHERE eleve_version_id = OLD.id)
                      OR EXISTS (SELECT FROM lsu.bilan_cycle WHERE eleve_version_id = OLD.id)) THEN
        RAISE EXCEPTION 'I2 : la version % de l''élève est figée', OLD.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION lsu.garder_version() IS 'I2 : une version archivée, ou à laquelle tient un bilan verrouillé, ne change plus';
CREATE TRIGGER garder_version BEFORE UPDATE ON lsu.eleve_version FOR EACH ROW EXECUTE FUNCTION lsu.garder_version();

CREATE FUNCTION lsu.garder_etablissement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'I3 : l''UAI d''un établissement et ses versions closes ne changent pas (%)', OLD.uai
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
COMMENT ON FUNCTION lsu.garder_etablissement() IS 'I3 : l''UAI d''un établissement ne change pas, une version close non plus';
CREATE TRIGGER garder_uai BEFORE UPDATE ON lsu.etablissement
    FOR EACH ROW WHEN (OLD.uai <> NEW.uai) EXECUTE FUNCTION lsu.garder_etablissement();
CREATE TRIGGER garder_version_close BEFORE UPDATE ON lsu.etablissement_version
    FOR EACH ROW WHEN (OLD.valide_au IS NOT NULL OR OLD.uai <> NEW.uai) EXECUTE FUNCTION lsu.garder_etablissement();
