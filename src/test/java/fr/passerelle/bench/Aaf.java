package fr.passerelle.bench;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;
import fr.passerelle.noyau.Uai;
import org.postgresql.PGConnection;

/**
 * Measures the AAF complete of an académie, written, judged and packed, against the same
 * rows of the same queries sent as text by COPY and thrown away. One collège goes the
 * real way; the others are copies of it, made in the database.
 */
final class Aaf {

	private static final List<String> TABLES = List.of("referentiel.etablissement", "referentiel.mef",
			"referentiel.matiere", "referentiel.division", "referentiel.groupe", "referentiel.enseignant",
			"referentiel.service", "referentiel.professeur_principal", "referentiel.eleve",
			"referentiel.eleve_division", "referentiel.responsable", "referentiel.eleve_responsable",
			"referentiel.lien_eleve_groupe", "ent.structure", "ent.presence");

	private static final String COPIER = """
			SELECT format('INSERT INTO %%1$s (%%2$s) SELECT %%3$s FROM %%1$s t CROSS JOIN banc.ecole b WHERE t.uai = (SELECT uai FROM banc.modele)',
			              '%1$s', string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position),
			              string_agg(CASE column_name WHEN 'uai' THEN 'b.uai' WHEN 'personne_id' THEN %2$s ELSE 't.' || quote_ident(column_name) END,
			                         ', ' ORDER BY ordinal_position))
			FROM information_schema.columns WHERE table_schema || '.' || table_name = '%1$s'""";

	private final Hub hub;

	private final Connection base;

	private Aaf(Hub hub, Connection base) {
		this.hub = hub;
		this.base = base;
	}

	public static void main(String[] args) throws Exception {
		Path travail = Path.of(args[1]).toAbsolutePath();
		int ecoles = Integer.parseInt(args[2]);
		List<String> options = List.of(System.getProperty("bench.jvm", "-Xmx256m").split(" "));
		try (Hub hub = Hub.lancer(Path.of(args[0]).toAbsolutePath(), travail.resolve("maison"), options);
				Connection base = hub.connexion()) {
			Lot lot = Lot.de(travail.resolve("depart"));
			hub.deposer(lot);
			hub.finir(base, 0, lot.fichiers().size());
			hub.attendre(() -> Sql.nombre(base, "SELECT count(*) FROM ent.presence WHERE profil = 'Responsable'") > 0
					&& Sql.nombre(base, "SELECT count(*) FROM echange.outbox WHERE publie_le IS NULL") == 0);
			Aaf aaf = new Aaf(hub, base);
			aaf.peupler(ecoles);
			for (int tour = 0; tour < 3; tour++) {
				aaf.mesurer();
			}
			System.out.println("  charge : " + Files.readString(Path.of("/proc/loadavg")).strip());
		}
	}

	private void peupler(int ecoles) throws SQLException {
		faire("CREATE SCHEMA banc; CREATE TABLE banc.modele AS SELECT min(uai) AS uai FROM ent.structure; "
				+ "CREATE TABLE banc.ecole (uai text, rang bigint)");
		for (int rang = 1; rang < ecoles; rang++) {
			faire("INSERT INTO banc.ecole VALUES ('%s', %d)".formatted(Uai.deNumero("098%04d".formatted(rang)), rang));
		}
		for (String table : TABLES) {
			faire(Sql.texte(this.base, COPIER.formatted(table,
					table.equals("ent.presence") ? "'t.personne_id + 1000000 * b.rang'" : "'t.personne_id'")));
		}
		faire("INSERT INTO ent.structure_numero (uai) SELECT uai FROM banc.ecole");
		try (Statement analyse = this.base.createStatement()) {
			analyse.execute("ANALYZE");
		}
	}

	private void mesurer() throws Exception {
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
					.copyOut("COPY (" + fichier.sql().replace(":academie", "''") + ") TO STDOUT",
							OutputStream.nullOutputStream());
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
