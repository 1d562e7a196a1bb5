package fr.passerelle.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A consumer of the OneRoster interface of a hub, from the outside. */
final class Roster {

	/** The two schools of the consumer « mediatheque ». */
	static final String ECOLE = "0759911R";

	static final String AUTRE_ECOLE = "0769911K";

	/**
	 * The school of the consumer « orientation », who is given births and INE.
	 */
	static final String ETRANGERE = "0779911E";

	/** Has what form-encoding and Basic trip over. */
	static final String SECRET = "un secret: 100% é+1";

	static final String PORTEE = "https://purl.imsglobal.org/spec/or/v1p2/scope/";

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final Pattern LIEN = Pattern.compile("<([^>]+)>; rel=\"([a-z]+)\"");

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String hub;

	private final String jeton;

	private Roster(String hub, String jeton) {
		this.hub = hub;
		this.jeton = jeton;
	}

	/** Who has no token yet. */
	static Roster inconnu(String hub) {
		return new Roster(hub, null);
	}

	/** With the token of this consumer, for all that it may read. */
	static Roster de(String hub, String consommateur) {
		Reponse reponse = inconnu(hub).demander(basic(consommateur, SECRET), "grant_type", "client_credentials");
		return inconnu(hub).avec(reponse.json().get("access_token").asText());
	}

	Roster avec(String autreJeton) {
		return new Roster(this.hub, autreJeton);
	}

	/** Name and secret as RFC 6749 wants them in a header. */
	static String basic(String nom, String secret) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((code(nom) + ":" + code(secret)).getBytes(StandardCharsets.UTF_8));
	}

	/** Asks for a token; names and values of the body, one after the other. */
	Reponse demander(String autorisation, String... corps) {
		return demanderA("/ims/oneroster/token", autorisation, corps);
	}

	Reponse demanderA(String chemin, String autorisation, String... corps) {
		List<String> champs = new ArrayList<>();
		for (int i = 0; i < corps.length; i += 2) {
			champs.add(corps[i] + "=" + code(corps[i + 1]));
		}
		HttpRequest.Builder demande = HttpRequest.newBuilder(URI.create(this.hub + chemin))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(String.join("&", champs)));
		return envoyer((autorisation != null) ? demande.header("Authorization", autorisation) : demande);
	}

	/** Reads; names and values of parameters, one after the other. */
	Reponse lire(String chemin, String... parametres) {
		StringBuilder adresse = new StringBuilder(racine()).append(chemin);
		for (int i = 0; i < parametres.length; i += 2) {
			adresse.append((i == 0) ? '?' : '&').append(parametres[i]).append('=').append(code(parametres[i + 1]));
		}
		return suivre(adresse.toString());
	}

	Reponse suivre(String adresse) {
		HttpRequest.Builder demande = HttpRequest.newBuilder(URI.create(adresse)).GET();
		return envoyer((this.jeton != null) ? demande.header("Authorization", "Bearer " + this.jeton) : demande);
	}

	/** Calls with another method, or for another format. */
	Reponse appeler(String methode, String chemin, String accept) {
		return envoyer(HttpRequest.newBuilder(URI.create(racine() + chemin))
			.method(methode, BodyPublishers.noBody())
			.header("Accept", accept)
			.header("Authorization", "Bearer " + this.jeton));
	}

	/** Everything of a list, in one page. */
	List<JsonNode> tout(String chemin, String... parametres) {
		List<String> tous = new ArrayList<>(List.of(parametres));
		tous.addAll(List.of("limit", "5000"));
		return lire(chemin, tous.toArray(String[]::new)).objets();
	}

	/** The identifiers of a list. */
	List<String> ids(String chemin, String... parametres) {
		return tout(chemin, parametres).stream().map((objet) -> objet.get("sourcedId").asText()).toList();
	}

	String racine() {
		return this.hub + "/ims/oneroster/rostering/v1p2";
	}

	private static Reponse envoyer(HttpRequest.Builder demande) {
		try {
			HttpResponse<String> reponse = HTTP.send(demande.build(), BodyHandlers.ofString());
			return new Reponse(reponse.statusCode(), reponse.body(),
					reponse.headers()
						.map()
						.entrySet()
						.stream()
						.collect(Collectors.toMap((un) -> un.getKey().toLowerCase(), (un) -> un.getValue().get(0))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String code(String texte) {
		return URLEncoder.encode(texte, StandardCharsets.UTF_8);
	}

	/** An answer, its headers in lower case. */
	record Reponse(int statut, String corps, Map<String, String> entetes) {

		JsonNode json() {
			try {
				return JSON.readTree(this.corps);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/** The one list there is. */
		List<JsonNode> objets() {
			List<JsonNode> objets = new ArrayList<>();
			json().elements().next().forEach(objets::add);
			return objets;
		}

		long total() {
			return Long.parseLong(this.entetes.get("x-total-count"));
		}

		Map<String, String> liens() {
			Map<String, String> liens = new LinkedHashMap<>();
			Matcher lien = LIEN.matcher(this.entetes.get("link"));
			while (lien.find()) {
				liens.put(lien.group(2), lien.group(1));
			}
			return liens;
		}

		/** Status and code of an error of 1EdTech. */
		String refus() {
			return this.statut + " " + json().at("/imsx_codeMajor").asText() + " "
					+ json().at("/imsx_CodeMinor/imsx_codeMinorField/0/imsx_codeMinorFieldValue").asText();
		}

		/** Status and code of an error of OAuth 2. */
		String erreur() {
			return this.statut + " " + json().at("/error").asText();
		}

	}

}
