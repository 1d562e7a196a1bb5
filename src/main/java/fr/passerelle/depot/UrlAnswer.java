package fr.passerelle.depot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import fr.passerelle.journal.Releves.Etiquettes;

/**
 * The answer of an address, its body not read yet. Nothing of its headers goes further
 * than this class. A body that does not end in time is cut.
 */
final class UrlAnswer implements AutoCloseable {

	private final HttpResponse<InputStream> reponse;

	private final CompletableFuture<Void> coupure;

	UrlAnswer(HttpResponse<InputStream> reponse, Duration delai) {
		this.reponse = reponse;
		this.coupure = CompletableFuture.runAsync(this::couper,
				CompletableFuture.delayedExecutor(delai.toMillis(), TimeUnit.MILLISECONDS));
	}

	boolean inchangee() {
		return this.reponse.statusCode() == HttpURLConnection.HTTP_NOT_MODIFIED;
	}

	InputStream octets() {
		return this.reponse.body();
	}

	Etiquettes etiquettes() {
		return new Etiquettes(entete("ETag"), entete("Last-Modified"));
	}

	String nom(String sinon) {
		return NomDeFichier.de(this.reponse.headers().firstValue("Content-Disposition"), this.reponse.uri(), sinon);
	}

	private String entete(String nom) {
		return this.reponse.headers().firstValue(nom).orElse(null);
	}

	private void couper() {
		try {
			this.reponse.body().close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cutting a body that does not end", ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.coupure.cancel(false);
		this.reponse.body().close();
	}

}
