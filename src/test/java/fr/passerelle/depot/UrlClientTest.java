package fr.passerelle.depot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import fr.passerelle.journal.Releves.Etiquettes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the hub asks of an address, and what it does not put up with. */
class UrlClientTest {

	private static final Etiquettes AUCUNE = new Etiquettes(null, null);

	private final UrlClient client = new UrlClient();

	private final List<String> demandes = new ArrayList<>();

	private final CountDownLatch fin = new CountDownLatch(1);

	private HttpServer serveur;

	@BeforeEach
	void ouvrir() throws IOException {
		this.serveur = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.serveur.setExecutor(Executors.newCachedThreadPool());
		this.serveur.createContext("/", this::repondre);
		this.serveur.start();
	}

	@AfterEach
	void fermer() {
		this.fin.countDown();
		this.serveur.stop(0);
	}

	@Test
	void whatIsKnownOfTheContentIsToldAndTheAnswerIsThatItHasNotChanged() throws Exception {
		try (UrlAnswer reponse = demander("/inchange", new Etiquettes("\"v1\"", "Mon, 01 Sep 2025 08:00:00 GMT"))) {
			assertThat(reponse.inchangee()).isTrue();
		}

		assertThat(this.demandes).containsExactly("/inchange \"v1\" Mon, 01 Sep 2025 08:00:00 GMT null");
	}

	@Test
	void aRedirectionIsFollowedAndThePasswordGoesOnlyToItsServer() throws Exception {
		HttpServer autre = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		autre.createContext("/", this::repondre);
		autre.start();
		try (UrlAnswer reponse = demander(canal("/vers?http://127.0.0.1:" + autre.getAddress().getPort() + "/fichier"),
				AUCUNE)) {
			assertThat(reponse.octets().readAllBytes()).isEqualTo(new byte[] { 1, 2, 3 });
			assertThat(reponse.nom("x")).isEqualTo("fichier");
		}
		finally {
			autre.stop(0);
		}

		assertThat(this.demandes).containsExactly("/vers null null Basic bW9pOnNlY3JldA==", "/fichier null null null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/passwd", "ftp://exemple.invalid/", "gopher:x", "http://moi:x@127.0.0.1/" })
	void aRedirectionToSomethingElseThanAWebServerIsRefused(String ou) {
		assertThatThrownBy(() -> demander("/vers?" + ou, AUCUNE)).isInstanceOf(UrlClient.Refusee.class)
			.hasMessage("redirection refusée");
	}

	@Test
	void redirectionsWithoutEndAreGivenUp() {
		assertThatThrownBy(() -> demander("/boucle", AUCUNE)).isInstanceOf(UrlClient.Refusee.class)
			.hasMessage("plus de 5 redirections");
	}

	@Test
	void anErrorOfTheServerIsNoFile() {
		assertThatThrownBy(() -> demander("/absent", AUCUNE)).isInstanceOf(UrlClient.Refusee.class)
			.hasMessage("HTTP 404");
	}

	@Test
	void aServerThatNeverAnswersIsLeft() {
		assertThatThrownBy(() -> demander("/muet", AUCUNE)).isInstanceOf(HttpTimeoutException.class);
	}

	@Test
	void aBodyThatNeverEndsIsCut() throws Exception {
		try (UrlAnswer reponse = demander("/sans-fin", AUCUNE); InputStream octets = reponse.octets()) {
			assertThatThrownBy(octets::readAllBytes).isInstanceOf(IOException.class);
		}
	}

	@Test
	void aCertificateThatNobodyVouchesForIsRefused(@TempDir Path ici) throws Exception {
		HttpsServer faux = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		faux.setHttpsConfigurator(new HttpsConfigurator(signeParLuiMeme(ici)));
		faux.createContext("/", this::repondre);
		faux.start();
		try {
			URI adresse = URI.create("https://127.0.0.1:" + faux.getAddress().getPort() + "/fichier");
			assertThatThrownBy(() -> demander(canal(adresse), AUCUNE)).isInstanceOf(SSLException.class);
		}
		finally {
			faux.stop(0);
		}
		assertThat(this.demandes).isEmpty();
	}

	private UrlAnswer demander(String chemin, Etiquettes connues) throws IOException, InterruptedException {
		CanalUrl avec = canal(chemin);
		return demander(new CanalUrl(avec.nom(), avec.adresse(), avec.intervalle(), avec.delai(), null, null, null),
				connues);
	}

	private UrlAnswer demander(CanalUrl canal, Etiquettes connues) throws IOException, InterruptedException {
		return this.client.demander(canal, connues);
	}

	private CanalUrl canal(String chemin) {
		return canal(URI.create("http://127.0.0.1:" + this.serveur.getAddress().getPort() + chemin));
	}

	private static CanalUrl canal(URI adresse) {
		return new CanalUrl("essai", adresse, Duration.ofHours(1), Duration.ofSeconds(1), "moi", "secret", null);
	}

	private void repondre(HttpExchange echange) throws IOException {
		URI demande = echange.getRequestURI();
		var entetes = echange.getRequestHeaders();
		this.demandes.add("%s %s %s %s".formatted(demande.getPath(), entetes.getFirst("If-None-Match"),
				entetes.getFirst("If-Modified-Since"), entetes.getFirst("Authorization")));
		try (echange) {
			switch (demande.getPath()) {
				case "/inchange" -> echange.sendResponseHeaders(304, -1);
				case "/vers" -> rediriger(echange, demande.getQuery());
				case "/boucle" -> rediriger(echange, "/boucle");
				case "/fichier" -> envoyer(echange, new byte[] { 1, 2, 3 });
				case "/muet" -> attendre();
				case "/sans-fin" -> commencer(echange);
				default -> echange.sendResponseHeaders(404, -1);
			}
		}
	}

	private static void rediriger(HttpExchange echange, String ou) throws IOException {
		echange.getResponseHeaders().add("Location", ou);
		echange.sendResponseHeaders(302, -1);
	}

	private static void envoyer(HttpExchange echange, byte[] octets) throws IOException {
		echange.sendResponseHeaders(200, octets.length);
		try (OutputStream corps = echange.getResponseBody()) {
			corps.write(octets);
		}
	}

	private void commencer(HttpExchange echange) throws IOException {
		echange.sendResponseHeaders(200, 1_000_000);
		echange.getResponseBody().write(1);
		echange.getResponseBody().flush();
		attendre();
	}

	private void attendre() {
		try {
			this.fin.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static SSLContext signeParLuiMeme(Path ici) throws Exception {
		Path magasin = ici.resolve("magasin.p12");
		new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/keytool").toString(), "-genkeypair", "-keyalg",
				"EC", "-alias", "a", "-dname", "CN=127.0.0.1", "-ext", "SAN=ip:127.0.0.1", "-storepass", "motdepasse",
				"-keystore", magasin.toString(), "-storetype", "PKCS12")
			.start()
			.waitFor();
		KeyStore cles = KeyStore.getInstance("PKCS12");
		try (InputStream octets = Files.newInputStream(magasin)) {
			cles.load(octets, "motdepasse".toCharArray());
		}
		KeyManagerFactory fabrique = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		fabrique.init(cles, "motdepasse".toCharArray());
		SSLContext contexte = SSLContext.getInstance("TLS");
		contexte.init(fabrique.getKeyManagers(), null, null);
		return contexte;
	}

}
