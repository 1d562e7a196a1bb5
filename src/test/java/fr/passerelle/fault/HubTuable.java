package fr.passerelle.fault;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import fr.passerelle.integration.Api;
import fr.passerelle.integration.Courtier;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.core.NestedRuntimeException;

/**
 * The jar as it is delivered, in a process of its own: started, killed, started again.
 */
final class HubTuable {

	private static final Path JAR = Path.of("target/passerelle.jar").toAbsolutePath();

	private static final Map<String, Object> HATE = Map.of("server.port", 0, "passerelle.depot.intervalle", 50,
			"passerelle.depot.stable", "150ms", "passerelle.depot.stable-sans-fin", "300ms",
			"passerelle.veille.intervalle", 300, "passerelle.envoi.intervalle", 50,
			"passerelle.compte-rendu.intervalle", 50, "passerelle.reprise.delai", 200,
			"spring.datasource.hikari.connection-timeout", 3000,
			"logging.level.org.springframework.boot.web.embedded.tomcat", "INFO");

	private static final Instant DEBUT = Instant.parse("2025-11-17T08:00:00Z");

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private final long naissance = System.nanoTime();

	private final Path maison;

	private final Map<String, Object> reglages;

	private Process processus;

	private Path sortie;

	/**
	 * A hub that is not started yet.
	 * @param reglages settings, {@code passerelle.home} among them
	 */
	HubTuable(Map<String, Object> reglages) {
		this.reglages = new HashMap<>(HATE);
		this.reglages.putAll(reglages);
		this.maison = Path.of(reglages.get("passerelle.home").toString());
	}

	Path maison() {
		return this.maison;
	}

	/** Its database, as a test reads it from outside. */
	DataSource base() {
		PGSimpleDataSource base = new PGSimpleDataSource();
		base.setURL(this.reglages.get("spring.datasource.url").toString());
		base.setUser(this.reglages.get("spring.datasource.username").toString());
		base.setPassword(this.reglages.get("spring.datasource.password").toString());
		return base;
	}

	HubTuable demarrer() {
		try {
			this.sortie = Files.createTempFile(this.maison, "sortie-", ".log");
			this.processus = new ProcessBuilder(commande()).directory(this.maison.toFile())
				.redirectErrorStream(true)
				.redirectOutput(this.sortie.toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		jusqua(() -> dit("Started Passerelle") || !this.processus.isAlive());
		if (!this.processus.isAlive()) {
			throw new AssertionError("the hub did not start: " + lireSortie());
		}
		return this;
	}

	private List<String> commande() {
		List<String> commande = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
		this.reglages.forEach((cle, valeur) -> commande.add("--" + cle + "=" + valeur));
		commande.add("--passerelle.horloge=" + maintenant());
		return commande;
	}

	/** The hub's time, which a death does not turn back. */
	private Instant maintenant() {
		return DEBUT.plusNanos(System.nanoTime() - this.naissance);
	}

	/** As a power cut does. */
	void tuer() {
		this.processus.destroyForcibly();
		jusqua(() -> !this.processus.isAlive());
	}

	boolean dit(String texte) {
		return lireSortie().contains(texte);
	}

	private String lireSortie() {
		try {
			return Files.readString(this.sortie);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Properties acces() {
		Properties acces = new Properties();
		try (Reader texte = Files.newBufferedReader(this.maison.resolve("data/acces.properties"))) {
			acces.load(texte);
			return acces;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Claim checks that the broker of the hub still has, those in delivery included. */
	long messages() {
		return courtier().nombre("passerelle.depots") + courtier().nombre("passerelle.projections");
	}

	/** What lies in the error queues. */
	List<Courtier.Erreur> erreurs() {
		return Courtier.ERREURS.stream().flatMap((file) -> courtier().erreurs(file).stream()).toList();
	}

	private Courtier courtier() {
		return new Courtier(connexions());
	}

	/** Connections to its broker, as a partner has them. */
	ConnectionFactory connexions() {
		Properties acces = acces();
		return new ActiveMQConnectionFactory(acces.getProperty("artemis.url"), acces.getProperty("artemis.utilisateur"),
				acces.getProperty("artemis.motdepasse"));
	}

	/** Cancels a held deposit, as a person does; the answer may never come. */
	void annuler(long numero) {
		HttpRequest demande = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/v1/depots/" + numero + "/annuler"))
			.header("Authorization", "Bearer " + acces().getProperty("api.cle"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"motif\":\"export partiel\"}"))
			.build();
		HttpClient.newHttpClient().sendAsync(demande, BodyHandlers.discarding());
	}

	/** The key of the académie. */
	Api academie() {
		return new Api("http://127.0.0.1:" + port(), "Bearer " + acces().getProperty("api.cle"));
	}

	/** The account of a head, of this school. */
	Api chef(String uai) {
		Api academie = academie();
		String motDePasse = academie
			.poster("/comptes",
					"{\"utilisateur\":\"chef.%1$s\",\"role\":\"chef-etablissement\",\"uai\":[\"%1$s\"]}".formatted(uai))
			.json()
			.get("motdepasse")
			.asText();
		return academie.comme("chef." + uai, motDePasse);
	}

	private String port() {
		return PORT.matcher(lireSortie()).results().findFirst().orElseThrow().group(1);
	}

	/** Drops a file under a name that is not taken, then renames it. */
	Path deposer(String uai, Path fichier) {
		return deposer(uai, fichier, fichier.getFileName().toString());
	}

	/** The same, under another name. */
	Path deposer(String uai, Path fichier, String nom) {
		try {
			Path inbox = Files.createDirectories(this.maison.resolve("inbox").resolve(uai));
			Path brouillon = Files.copy(fichier, Files.createTempFile(inbox, ".envoi", ".part"),
					StandardCopyOption.REPLACE_EXISTING);
			return Files.move(brouillon, inbox.resolve(nom), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As long as a busy machine may take to start a hub. */
	static void jusqua(Callable<Boolean> condition) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(4))
			.pollInterval(Duration.ofMillis(25))
			.ignoreExceptionsInstanceOf(NestedRuntimeException.class)
			.until(condition);
	}

}
