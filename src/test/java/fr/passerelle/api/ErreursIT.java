package fr.passerelle.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import fr.passerelle.referentiel.Apercus;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;

/** Errors as they really leave the server, container included. */
@SpringBootTest(classes = WebDEssai.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.servlet.multipart.max-file-size=1KB", "server.tomcat.max-swallow-size=-1",
				"spring.servlet.multipart.resolve-lazily=true" })
class ErreursIT {

	@MockitoBean
	private Apercus apercus;

	@LocalServerPort
	private int port;

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void answersUnknownAddressesOfTheApiAsProblems() throws Exception {
		HttpResponse<String> reponse = envoyer(demande("/api/v1/rien").header("Accept", "text/html").GET());

		assertThat(reponse.statusCode()).isEqualTo(404);
		assertThat(reponse.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(reponse.body()).contains("\"code\":\"INTROUVABLE\"");
	}

	@Test
	void answersAWrongMethodAsAProblem() throws Exception {
		HttpResponse<String> reponse = envoyer(demande("/api/v1/depots").DELETE());

		assertThat(reponse.statusCode()).isEqualTo(405);
		assertThat(reponse.body()).contains("\"code\":\"METHODE_INCONNUE\"");
	}

	@Test
	void answersAFileAboveTheLimitAsAProblem() throws Exception {
		HttpResponse<String> reponse = envoyer(
				demande("/api/v1/depots").header("Content-Type", "multipart/form-data; boundary=b")
					.POST(HttpRequest.BodyPublishers
						.ofString("--b\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"f\"\r\n\r\n"
								+ "x".repeat(100_000) + "\r\n--b--\r\n")));

		assertThat(reponse.statusCode()).isEqualTo(413);
		assertThat(reponse.body()).contains("\"code\":\"FICHIER_TROP_GRAND\"");
	}

	@Test
	void answersUnreadableUploadsAsProblems() throws Exception {
		for (String corps : List.of("", "--b", "--b\r\n\r\n--b--")) {
			HttpResponse<String> reponse = envoyer(
					demande("/api/v1/depots").header("Content-Type", "multipart/form-data; boundary=b")
						.POST(HttpRequest.BodyPublishers.ofString(corps)));

			assertThat(reponse.statusCode()).as(corps).isEqualTo(400);
			assertThat(reponse.body()).contains("\"code\":\"DEMANDE_INVALIDE\"");
		}
	}

	@Test
	void showsPersonsAPageWithoutTrace() throws Exception {
		HttpResponse<String> reponse = envoyer(demande("/rien").header("Accept", "text/html").GET());

		assertThat(reponse.statusCode()).isEqualTo(404);
		assertThat(reponse.body()).contains("<html lang=\"fr\">", "Retour aux dépôts").doesNotContain("Exception");
	}

	@Test
	void tellsItsHealthToEverybodyAndNothingElse() throws Exception {
		HttpRequest.Builder sante = HttpRequest.newBuilder(adresse("/actuator/health"));

		assertThat(envoyer(sante.GET()).statusCode()).isIn(200, 503);
		assertThat(envoyer(HttpRequest.newBuilder(adresse("/actuator/prometheus")).GET()).statusCode()).isEqualTo(401);
	}

	private HttpRequest.Builder demande(String chemin) {
		return HttpRequest.newBuilder(adresse(chemin)).header("Authorization", basic());
	}

	/** The page knows no key, the account of data/acces.properties serves both. */
	private static String basic() {
		return "Basic " + java.util.Base64.getEncoder().encodeToString("console:mot-de-passe".getBytes());
	}

	private URI adresse(String chemin) {
		return URI.create("http://localhost:" + this.port + chemin);
	}

	private HttpResponse<String> envoyer(HttpRequest.Builder demande) throws IOException, InterruptedException {
		return this.client.send(demande.build(), HttpResponse.BodyHandlers.ofString());
	}

}
