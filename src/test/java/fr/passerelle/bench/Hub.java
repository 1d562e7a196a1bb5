package fr.passerelle.bench;

import java.io.IOException;
import java.io.Reader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/** The real jar, in a process and a home of its own, looked at through its database. */
final class Hub implements AutoCloseable {

	private final Path maison;

	private final int port;

	private final Process processus;

	private final Duration demarrage;

	private final Properties acces = new Properties();

	private Hub(Path maison, int port, Process processus, long debut) throws IOException, InterruptedException {
		this.maison = maison;
		this.port = port;
		this.processus = processus;
		Runtime.getRuntime().addShutdownHook(new Thread(processus::destroyForcibly));
		attendre(() -> Files.readString(maison.resolve("hub.log")).contains("Started Passerelle"));
		this.demarrage = Duration.ofNanos(System.nanoTime() - debut);
		try (Reader texte = Files.newBufferedReader(maison.resolve("data/acces.properties"))) {
			this.acces.load(texte);
		}
	}

	/** Starts the hub and waits until it is ready. */
	static Hub lancer(Path jar, Path maison, List<String> options) throws IOException, InterruptedException {
		Files.createDirectories(maison);
		int port = libre();
		List<String> mots = new ArrayList<>(List.of(System.getProperty("bench.java", "java")));
		mots.addAll(options);
		mots.addAll(List.of("-jar", jar.toString(), "--passerelle.home=" + maison,
				"--passerelle.routes=" + Path.of("routes").toAbsolutePath(),
				"--passerelle.mappings=" + Path.of("mappings").toAbsolutePath(), "--server.port=" + port,
				"--passerelle.embarque.postgresql.port=0", "--passerelle.embarque.artemis.port=0"));
		Files.writeString(maison.resolve("hub.log"), "");
		long debut = System.nanoTime();
		return new Hub(maison, port,
				new ProcessBuilder(mots).redirectErrorStream(true)
					.redirectOutput(maison.resolve("hub.log").toFile())
					.start(),
				debut);
	}

	Duration demarrage() {
		return this.demarrage;
	}

	/** Processor time of the hub's JVM so far, the database's not counted. */
	Duration processeur() {
		return this.processus.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/** Processor time so far of the database processes that still run. */
	Duration processeurDeLaBase() {
		return this.processus.descendants()
			.map((processus) -> processus.info().totalCpuDuration().orElse(Duration.ZERO))
			.reduce(Duration.ZERO, Duration::plus);
	}

	private static int libre() throws IOException {
		try (ServerSocket prise = new ServerSocket(0)) {
			return prise.getLocalPort();
		}
	}

	/** Where its API is. */
	String api() {
		return "http://127.0.0.1:" + this.port + "/api/v1";
	}

	/** What the hub wrote for whoever connects to it. */
	String acces(String cle) {
		return this.acces.getProperty(cle);
	}

	Connection connexion() throws SQLException {
		return DriverManager.getConnection(this.acces.getProperty("postgresql.url"),
				this.acces.getProperty("postgresql.utilisateur"), this.acces.getProperty("postgresql.motdepasse"));
	}

	/**
	 * Puts the files in their schools' folders at once, each whole when it gets its name.
	 */
	void deposer(Lot lot) throws IOException {
		for (Path fichier : lot.fichiers()) {
			Path dossier = Files
				.createDirectories(this.maison.resolve("inbox").resolve(fichier.getParent().getFileName()));
			Path brouillon = dossier.resolve(fichier.getFileName() + ".part");
			Files.copy(fichier, brouillon, StandardCopyOption.REPLACE_EXISTING);
			Files.move(brouillon, dossier.resolve(fichier.getFileName()), StandardCopyOption.ATOMIC_MOVE);
		}
	}

	/**
	 * Waits until this many more deposits have their report in outbox/, nothing is left
	 * to send and both stores follow.
	 */
	void finir(Connection base, long depuis, int nombre) throws InterruptedException {
		attendre(() -> Sql.nombre(base,
				"""
						SELECT count(*) FROM echange.depot d JOIN echange.compte_rendu c USING (numero)
						WHERE d.numero > %d AND c.ecrit_le IS NOT NULL AND d.traite_le IS NOT NULL"""
					.formatted(depuis)) >= nombre
				&& Sql.nombre(base, "SELECT count(*) FROM echange.outbox WHERE publie_le IS NULL") == 0
				&& Sql.nombre(base, "SELECT count(*) FROM echange.projection_due") == 0);
	}

	/** Waits until this many reports of a school are in outbox/. */
	void ecrits(Connection base, String uai, int nombre) throws InterruptedException {
		attendre(() -> Sql.nombre(base, """
				SELECT count(*) FROM echange.depot JOIN echange.compte_rendu USING (numero)
				WHERE uai = '%s' AND ecrit_le IS NOT NULL""".formatted(uai)) >= nombre);
	}

	@Override
	public void close() {
		this.processus.destroy();
		try {
			this.processus.waitFor(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.processus.destroyForcibly();
	}

	void attendre(Condition condition) {
		Awaitility.await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofHours(1)).until(() -> {
			if (!this.processus.isAlive()) {
				throw new IllegalStateException("the hub has stopped, see " + this.maison.resolve("hub.log"));
			}
			return condition.vraie();
		});
	}

	/** Something waited for. */
	interface Condition {

		boolean vraie() throws IOException, SQLException;

	}

}
