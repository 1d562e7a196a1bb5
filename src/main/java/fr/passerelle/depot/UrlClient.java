package fr.passerelle.depot;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import fr.passerelle.journal.Releves.Etiquettes;
import org.springframework.stereotype.Component;

/**
 * Asks addresses over http and https: certificates verified, a few redirections followed
 * but never from https to http, the password shown only to the server it is for.
 */
@Component
class UrlClient {

	/** More than any honest server needs. */
	private static final int REDIRECTIONS_MAX = 5;

	private static final Duration CONNEXION = Duration.ofSeconds(10);

	private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);

	private final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(CONNEXION)
		.followRedirects(HttpClient.Redirect.NEVER)
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	/** The server answered something else than a file. */
	static final class Refusee extends IOException {

		Refusee(String raison) {
			super(raison);
		}

	}

	/** Whether such an address may be fetched; a password is not written in it. */
	static boolean estAdmise(URI adresse) {
		String schema = (adresse.getScheme() != null) ? adresse.getScheme().toLowerCase(Locale.ROOT) : "";
		return (schema.equals("http") || schema.equals("https")) && adresse.getHost() != null
				&& adresse.getRawUserInfo() == null;
	}

	/** The file, or the word that it has not changed. */
	UrlAnswer demander(CanalUrl canal, Etiquettes connues) throws IOException, InterruptedException {
		URI adresse = canal.adresse();
		for (int pas = 0; pas <= REDIRECTIONS_MAX; pas++) {
			HttpResponse<InputStream> reponse = this.client.send(demande(canal, adresse, connues),
					HttpResponse.BodyHandlers.ofInputStream());
			if (!REDIRECTIONS.contains(reponse.statusCode())) {
				return juger(reponse, canal);
			}
			reponse.body().close();
			adresse = suite(adresse, reponse.headers().firstValue("Location"));
		}
		throw new Refusee("plus de " + REDIRECTIONS_MAX + " redirections");
	}

	private static HttpRequest demande(CanalUrl canal, URI adresse, Etiquettes connues) {
		HttpRequest.Builder demande = HttpRequest.newBuilder(adresse)
			.timeout(canal.delai())
			.header("User-Agent", "Passerelle");
		Optional.ofNullable(connues.etag()).ifPresent((etag) -> demande.header("If-None-Match", etag));
		Optional.ofNullable(connues.modifieLe()).ifPresent((date) -> demande.header("If-Modified-Since", date));
		if (canal.utilisateur() != null && memeServeur(canal.adresse(), adresse)) {
			demande.header("Authorization", "Basic " + compte(canal));
		}
		return demande.build();
	}

	private static UrlAnswer juger(HttpResponse<InputStream> reponse, CanalUrl canal) throws IOException {
		int statut = reponse.statusCode();
		if (statut != HttpURLConnection.HTTP_OK && statut != HttpURLConnection.HTTP_NOT_MODIFIED) {
			reponse.body().close();
			throw new Refusee("HTTP " + statut);
		}
		return new UrlAnswer(reponse, canal.delai());
	}

	private static URI suite(URI adresse, Optional<String> ou) throws IOException {
		URI suivante = resoudre(adresse, ou);
		boolean descend = adresse.getScheme().equalsIgnoreCase("https")
				&& !"https".equalsIgnoreCase(suivante.getScheme());
		if (!estAdmise(suivante) || descend) {
			throw new Refusee("redirection refusée");
		}
		return suivante;
	}

	private static URI resoudre(URI adresse, Optional<String> ou) throws IOException {
		try {
			return adresse.resolve(ou.orElseThrow(() -> new Refusee("redirection sans adresse")));
		}
		catch (IllegalArgumentException ex) {
			throw new Refusee("redirection illisible");
		}
	}

	private static boolean memeServeur(URI une, URI autre) {
		return une.getScheme().equalsIgnoreCase(autre.getScheme()) && une.getHost().equalsIgnoreCase(autre.getHost())
				&& une.getPort() == autre.getPort();
	}

	private static String compte(CanalUrl canal) {
		return Base64.getEncoder()
			.encodeToString((canal.utilisateur() + ":" + canal.motdepasse()).getBytes(StandardCharsets.UTF_8));
	}

}
