package fr.passerelle.integration;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import jakarta.jms.ConnectionFactory;
import org.awaitility.Awaitility;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A running hub as those around it see it: its folders, its API, its database. */
final class Hub {

	private final Path maison;

	private final JdbcClient jdbc;

	private final Courtier courtier;

	private final String adresse;

	private final Api api;

	Hub(Path maison, JdbcClient jdbc, ConnectionFactory connexions, int port) {
		this.maison = maison;
		this.jdbc = jdbc;
		this.courtier = new Courtier(connexions);
		this.adresse = "http://localhost:" + port;
		this.api = new Api(this.adresse, "Bearer " + acces(maison).getProperty("api.cle"));
	}

	private static Properties acces(Path maison) {
		Properties acces = new Properties();
		try (Reader texte = Files.newBufferedReader(maison.resolve("data/acces.properties"))) {
			acces.load(texte);
			return acces;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The accesses it has written, as they are now. */
	Properties acces() {
		return acces(this.maison);
	}

	/** Where it listens. */
	String adresse() {
		return this.adresse;
	}

	Api api() {
		return this.api;
	}

	Courtier courtier() {
		return this.courtier;
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	Path maison() {
		return this.maison;
	}

	Path inbox(String uai) {
		return this.maison.resolve("inbox").resolve(uai);
	}

	Path comptesRendus(String uai) {
		return this.maison.resolve("outbox").resolve(uai).resolve("comptes-rendus");
	}

	/** Drops a file the way a careful sender does: under a name not taken, renamed. */
	void deposer(String dossier, Path fichier) {
		deposer(dossier, fichier, fichier.getFileName().toString());
	}

	void deposer(String dossier, Path fichier, String nom) {
		try {
			Path ici = Files.createDirectories(inbox(dossier));
			Path brouillon = Files.createTempFile(ici, ".envoi", ".part");
			Files.copy(fichier, brouillon, StandardCopyOption.REPLACE_EXISTING);
			Files.move(brouillon, ici.resolve(nom), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Drops a file and gives its number once it has come to rest, in whatever state. */
	String traiter(String dossier, Path fichier) {
		return traiter(dossier, fichier, fichier.getFileName().toString());
	}

	String traiter(String dossier, Path fichier, String nom) {
		long avant = dernier(nom);
		deposer(dossier, fichier, nom);
		jusqua(() -> dernier(nom) > avant);
		String numero = Long.toString(dernier(nom));
		repos(numero);
		return numero;
	}

	/** Drops the files of a collège one after the other, in the order of these flows. */
	void traiter(College college, String... flux) {
		Stream.of(flux).forEach((un) -> traiter(college.uai(), college.fichier(un)));
	}

	/** Number of the last deposit of a file of this name, 0 when there is none. */
	private long dernier(String nom) {
		return this.jdbc.sql("SELECT coalesce(max(numero), 0) FROM echange.depot WHERE fichier = ?")
			.param(nom)
			.query(Long.class)
			.single();
	}

	String etat(String numero) {
		return this.jdbc.sql("SELECT etat FROM echange.depot WHERE numero = ?")
			.param(Long.valueOf(numero))
			.query(String.class)
			.single();
	}

	/** Waits until nothing moves for this deposit any more, and nothing anywhere else. */
	void repos(String numero) {
		jusqua(() -> !List.of("recu", "depose", "en_traitement").contains(etat(numero)));
		calme();
	}

	void attendreEtat(String numero, String etat) {
		jusqua(() -> etat(numero).equals(etat));
		calme();
	}

	/** Waits until every deposit, message, projection and report is where it must be. */
	void calme() {
		jusqua(() -> enChemin() == 0 && this.courtier.nombre("passerelle.depots") == 0
				&& this.courtier.nombre("passerelle.projections") == 0
				&& this.courtier.nombre("passerelle.synchronisations") == 0 && enChemin() == 0);
	}

	private long enChemin() {
		return this.jdbc.sql("""
				SELECT (SELECT count(*) FROM echange.depot WHERE etat IN ('recu', 'depose', 'en_traitement'))
				     + (SELECT count(*) FROM echange.outbox WHERE publie_le IS NULL)
				     + (SELECT count(*) FROM echange.projection_due)
				     + (SELECT count(*) FROM echange.compte_rendu WHERE ecrit_le IS NULL)""")
			.query(Long.class)
			.single();
	}

	/** One text column of a query, in its order. */
	List<String> lire(String sql, Object... parametres) {
		return this.jdbc.sql(sql).params(List.of(parametres)).query(String.class).list();
	}

	long compter(String sql, Object... parametres) {
		return this.jdbc.sql(sql).params(List.of(parametres)).query(Long.class).single();
	}

	/**
	 * Every row of the stores of a school with its version: equal, nothing was written.
	 */
	List<String> traces(String uai) {
		return Traces.de(this.jdbc, uai);
	}

	static void jusqua(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(25)).until(condition);
	}

}
