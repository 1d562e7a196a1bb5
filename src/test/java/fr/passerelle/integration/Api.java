package fr.passerelle.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** The API as an account calls it. */
public final class Api {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final HttpClient http = HttpClient.newHttpClient();

	private final String racine;

	private final String autorisation;

	public Api(String racine, String autorisation) {
		this.racine = racine;
		this.autorisation = autorisation;
	}

	/** The same hub, called by a local account. */
	public Api comme(String utilisateur, String motDePasse) {
		byte[] octets = (utilisateur + ":" + motDePasse).getBytes(StandardCharsets.UTF_8);
		return new Api(this.racine, "Basic " + Base64.getEncoder().encodeToString(octets));
	}

	/**
	 * An answer.
	 *
	 * @param statut of HTTP
	 * @param corps as it came
	 */
	public record Reponse(int statut, byte[] corps) {

		public JsonNode json() {
			try {
				return JSON.readTree(this.corps);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	public Reponse lire(String chemin) {
		return lire(chemin, MediaType.APPLICATION_JSON_VALUE);
	}

	Reponse lire(String chemin, String accept) {
		return envoyer(demande(chemin).header("Accept", accept).GET());
	}

	/** How the hub says it is, with the detail. */
	Reponse sante() {
		return envoyer(HttpRequest.newBuilder(URI.create(this.racine + "/actuator/health"))
			.header("Authorization", this.autorisation)
			.GET());
	}

	public Reponse poster(String chemin, String json) {
		return envoyer(demande(chemin).header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
			.POST(BodyPublishers.ofString(json)));
	}

	Reponse remplacer(String chemin, String json) {
		return envoyer(demande(chemin).header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
			.PUT(BodyPublishers.ofString(json)));
	}

	/** Decides about a deposit, with a reason. */
	Reponse decider(String numero, String action, String motif) {
		return poster("/depots/%s/%s".formatted(numero, action), "{\"motif\": \"%s\"}".formatted(motif));
	}

	/** Deposits a file as a form does. */
	Reponse deposer(Path fichier) {
		return deposer(fichier, new HttpHeaders());
	}

	/** The same, with headers more. */
	Reponse deposer(Path fichier, HttpHeaders entetes) {
		MultiValueMap<String, Object> corps = new LinkedMultiValueMap<>();
		corps.add("fichier", new FileSystemResource(fichier));
		ResponseEntity<byte[]> reponse = RestClient.create(this.racine)
			.post()
			.uri("/api/v1/depots")
			.headers((siens) -> siens.addAll(entetes))
			.header("Authorization", this.autorisation)
			.contentType(MediaType.MULTIPART_FORM_DATA)
			.body(corps)
			.retrieve()
			.onStatus((statut) -> true, (demande, refus) -> {
			})
			.toEntity(byte[].class);
		return new Reponse(reponse.getStatusCode().value(), reponse.getBody());
	}

	private HttpRequest.Builder demande(String chemin) {
		return HttpRequest.newBuilder(URI.create(this.racine + "/api/v1" + chemin))
			.header("Authorization", this.autorisation);
	}

	private Reponse envoyer(HttpRequest.Builder demande) {
		try {
			HttpResponse<byte[]> reponse = this.http.send(demande.build(), BodyHandlers.ofByteArray());
			return new Reponse(reponse.statusCode(), reponse.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
