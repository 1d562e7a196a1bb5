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
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;
import org.postgresql.PGConnection;

/**
 * Measures a parcel for the GAR of every school: written, judged and packed by the hub,
 * against COPY of the same rows as text, before and after it.
 */
final class Gar {

	private final Mappings mappings = new Mappings(Path.of("mappings"));

	private final Hub hub;

	private final Connection base;

	Gar(Hub hub, Connection base) {
		this.hub = hub;
		this.base = base;
	}

	void mesurer() throws Exception {
		Duration avant = copier();
		Duration processeur = this.hub.processeur();
		Duration processeurDeLaBase = this.hub.processeurDeLaBase();
		long debut = System.nanoTime();
		JsonNode paquet = publier();
		Duration duree = Duration.ofNanos(System.nanoTime() - debut);
		Duration jvm = this.hub.processeur().minus(processeur);
		Duration postgresql = this.hub.processeurDeLaBase().minus(processeurDeLaBase);
		Duration apres = copier();
		double moyenne = (avant.toMillis() + apres.toMillis()) / 2.0;
		System.out.println(String.format(Locale.FRENCH,
				"%s eleves, envoi %.1f s (processeur : JVM %.1f s, PostgreSQL %.1f s), COPY %.1f puis %.1f s, rapport %.2f, %s, %s",
				paquet.at("/comptes/GAREleve").asText(), duree.toMillis() / 1000.0, jvm.toMillis() / 1000.0,
				postgresql.toMillis() / 1000.0, avant.toMillis() / 1000.0, apres.toMillis() / 1000.0,
				duree.toMillis() / moyenne, paquet.get("comptes"), paquet.get("fautes")));
	}

	/** The same rows, prepared the same way, thrown away. */
	private Duration copier() throws Exception {
		long debut = System.nanoTime();
		this.base.setAutoCommit(false);
		try (Statement ordre = this.base.createStatement()) {
			ordre.execute(
					"CREATE TEMPORARY TABLE gar_perimetre ON COMMIT DROP AS SELECT uai, max(annee_scolaire) AS annee_scolaire FROM ent.presence GROUP BY uai");
			for (SqlFile fichier : this.mappings.sql("flux/gar/preparation")) {
				ordre.execute(fichier.sql());
			}
			for (SqlFile fichier : this.mappings.sql("flux/gar/2d")) {
				this.base.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyOut("COPY (" + fichier.sql().replace(":minuscules", "false") + ") TO STDOUT",
							OutputStream.nullOutputStream());
			}
		}
		finally {
			this.base.rollback();
			this.base.setAutoCommit(true);
		}
		return Duration.ofNanos(System.nanoTime() - debut);
	}

	private JsonNode publier() throws Exception {
		HttpResponse<byte[]> reponse = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.hub.api() + "/flux/gar/publications"))
				.header("Authorization", "Bearer " + this.hub.acces("api.cle"))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{}"))
				.build(), BodyHandlers.ofByteArray());
		if (reponse.statusCode() != 202) {
			throw new IllegalStateException("publications : " + reponse.statusCode());
		}
		return new ObjectMapper().readTree(reponse.body());
	}

}
