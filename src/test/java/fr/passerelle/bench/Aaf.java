package fr.passerelle.bench;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;
import org.postgresql.PGConnection;

/**
 * Measures the AAF complete of an académie, written, judged and packed, against the same
 * rows of the same queries sent as text by COPY and thrown away.
 */
final class Aaf {

	private final Hub hub;

	private final Connection base;

	Aaf(Hub hub, Connection base) {
		this.hub = hub;
		this.base = base;
	}

	void mesurer() throws Exception {
		Duration copie = copier();
		long debut = System.nanoTime();
		String paquet = publier();
		Duration flux = Duration.ofNanos(System.nanoTime() - debut);
		System.out.println(String.format(Locale.FRENCH, "aaf : COPY %.1f s, paquet %.1f s, rapport %.2f ; %s",
				copie.toMillis() / 1000.0, flux.toMillis() / 1000.0, flux.toMillis() / (double) copie.toMillis(),
				paquet.replaceAll("(?s).*\"valide\":(\\w+).*\"comptes\":(\\{[^}]*}).*", "valide $1 $2")));
	}

	/** What the records cost as text, their preparation included. */
	private Duration copier() throws Exception {
		long debut = System.nanoTime();
		this.base.setAutoCommit(false);
		faire("""
				CREATE TEMPORARY TABLE flux_etablissement ON COMMIT DROP AS
				SELECT uai, max(annee_scolaire) AS annee_scolaire, current_date AS jour FROM ent.structure GROUP BY uai""");
		for (SqlFile fichier : new Mappings(Path.of("mappings")).sql("flux/aaf/2d")) {
			if (fichier.trouver("moment").isPresent()) {
				faire(fichier.sql());
			}
			else {
				this.base.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyOut("COPY (" + fichier.sql().replace(":academie", "''").replace(":reserves", "false")
							+ ") TO STDOUT", OutputStream.nullOutputStream());
			}
		}
		this.base.commit();
		this.base.setAutoCommit(true);
		return Duration.ofNanos(System.nanoTime() - debut);
	}

	private String publier() throws Exception {
		HttpResponse<String> reponse = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.hub.api() + "/flux/aaf/publications"))
				.header("Authorization", "Bearer " + this.hub.acces("api.cle"))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{}"))
				.build(), BodyHandlers.ofString());
		if (reponse.statusCode() >= 400) {
			throw new IllegalStateException("publications : " + reponse.statusCode());
		}
		return reponse.body();
	}

	private void faire(String sql) throws SQLException {
		try (Statement ordre = this.base.createStatement()) {
			ordre.execute(sql);
		}
	}

}
