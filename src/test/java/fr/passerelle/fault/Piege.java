package fr.passerelle.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the hub at a chosen moment, inside a transaction: triggers of the test wait for a
 * lock that the test holds, until the hub is killed.
 */
final class Piege implements AutoCloseable {

	private static final int CLE = 771977;

	private static final String INSTALLATION = """
			CREATE TABLE public.piege (moment text);
			CREATE FUNCTION public.tomber() RETURNS trigger LANGUAGE plpgsql AS $$
			BEGIN
			  IF EXISTS (SELECT FROM public.piege WHERE moment = TG_ARGV[0] OR TG_ARGV[0] = 'etat' AND moment = to_jsonb(NEW) ->> 'etat') THEN
			    PERFORM pg_advisory_xact_lock_shared(%1$d);
			  ELSIF EXISTS (SELECT FROM public.piege WHERE TG_ARGV[0] = 'etat' AND moment = 'apres ' || (to_jsonb(NEW) ->> 'etat')) THEN
			    PERFORM set_config('synchronous_commit', 'on', true);
			  END IF;
			  RETURN NULL;
			END $$;
			CREATE TRIGGER piege AFTER INSERT ON echange.transition FOR EACH ROW EXECUTE FUNCTION public.tomber('etat');
			CREATE TRIGGER piege_prise AFTER INSERT ON echange.prise FOR EACH ROW EXECUTE FUNCTION public.tomber('prise');
			CREATE TRIGGER piege_releve AFTER UPDATE OF numero ON echange.releve FOR EACH ROW WHEN (NEW.numero IS NOT NULL)
			  EXECUTE FUNCTION public.tomber('releve');
			CREATE TRIGGER piege_registre AFTER UPDATE OF numero ON echange.prise FOR EACH ROW WHEN (NEW.numero IS NOT NULL)
			  EXECUTE FUNCTION public.tomber('registre');
			CREATE TRIGGER piege_retrait AFTER DELETE ON echange.prise FOR EACH ROW EXECUTE FUNCTION public.tomber('retrait');
			CREATE TRIGGER piege_envoi AFTER UPDATE OF publie_le ON echange.outbox FOR EACH ROW WHEN (NEW.adresse = 'passerelle.depots')
			  EXECUTE FUNCTION public.tomber('envoi');
			CREATE TRIGGER piege_signalement AFTER UPDATE OF publie_le ON echange.outbox FOR EACH ROW
			  WHEN (NEW.adresse LIKE 'passerelle.erreurs.%%') EXECUTE FUNCTION public.tomber('signalement');
			CREATE TRIGGER piege_rendu AFTER UPDATE OF rendu ON echange.depot FOR EACH ROW EXECUTE FUNCTION public.tomber('rendu');
			CREATE FUNCTION public.tomber_paquet() RETURNS trigger LANGUAGE plpgsql AS $$
			BEGIN
			  IF EXISTS (SELECT FROM public.piege WHERE moment = 'paquet ' || substring(NEW.paquet FROM '^[0-9]{8}-[0-9]{6}-[0-9]+-(.*)$')) THEN
			    PERFORM pg_advisory_xact_lock_shared(%1$d);
			  END IF;
			  RETURN NULL;
			END $$;
			CREATE TRIGGER piege_paquet AFTER INSERT ON echange.paquet FOR EACH ROW EXECUTE FUNCTION public.tomber_paquet();
			CREATE FUNCTION public.empecher() RETURNS trigger LANGUAGE plpgsql AS $$
			BEGIN
			  IF EXISTS (SELECT FROM public.piege WHERE moment = 'en_echec') THEN
			    RAISE 'a fault of the test';
			  END IF;
			  RETURN NULL;
			END $$;
			CREATE TRIGGER piege_panne AFTER INSERT ON referentiel.eleve EXECUTE FUNCTION public.empecher();
			CREATE TRIGGER piege_projection AFTER INSERT ON ent.presence FOR EACH ROW EXECUTE FUNCTION public.tomber('projection');
			CREATE TRIGGER piege_rapport AFTER UPDATE OF ecrit_le ON echange.compte_rendu FOR EACH ROW
			  WHEN (NEW.ecrit_le IS NOT NULL) EXECUTE FUNCTION public.tomber('rapport');
			"""
		.formatted(CLE);

	private final JdbcClient jdbc;

	private final Connection main;

	Piege(DataSource base) throws SQLException {
		this.jdbc = JdbcClient.create(base);
		this.main = base.getConnection();
	}

	static void installer(DataSource base) throws SQLException {
		try (Connection connexion = base.getConnection(); Statement ordre = connexion.createStatement()) {
			ordre.execute(INSTALLATION);
		}
	}

	/**
	 * The hub will stop at this moment: before the commit of a state, after it
	 * ({@code apres traite}: the answer of the database never comes), or at one of those
	 * named above. Where {@code en_echec} is wanted, the élèves cannot be written.
	 */
	void tendre(String moment) throws SQLException {
		try (Statement ordre = this.main.createStatement()) {
			ordre.execute("SELECT pg_advisory_lock(" + CLE + ")");
		}
		this.jdbc.sql("INSERT INTO public.piege VALUES (?)").param(moment).update();
	}

	/** Waits until the hub is there. */
	void attendre() {
		HubTuable.jusqua(() -> pris() > 0);
	}

	private long pris() {
		return this.jdbc
			.sql("""
					SELECT (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = ? AND NOT granted
					        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
					     + (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'SyncRep')""")
			.param(CLE)
			.query(Long.class)
			.single();
	}

	/** Ends the sessions of the dead hub, which must not go on in its name. */
	void lever() throws SQLException {
		this.jdbc.sql("DELETE FROM public.piege").update();
		try (Statement ordre = this.main.createStatement()) {
			ordre.execute("""
					SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
					WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()""");
			ordre.execute("SELECT pg_advisory_unlock_all()");
		}
	}

	@Override
	public void close() throws SQLException {
		this.main.close();
	}

}
