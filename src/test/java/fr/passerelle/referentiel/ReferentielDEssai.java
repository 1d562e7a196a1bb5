package fr.passerelle.referentiel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.passerelle.journal.Acheminement;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.Fiches;
import fr.passerelle.journal.Reception;
import fr.passerelle.journal.Receptions;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.plateforme.MaisonDeTest;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The référentiel of one invented school, filled by deposits, without routes nor broker.
 */
class ReferentielDEssai implements AutoCloseable {

	static final String UAI = "0009201B";

	private final ConfigurableApplicationContext contexte;

	ReferentielDEssai() {
		SpringApplication application = new SpringApplication(Modules.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		this.contexte = application.run(MaisonDeTest.reglages()
			.entrySet()
			.stream()
			.map((reglage) -> "--" + reglage.getKey() + "=" + reglage.getValue())
			.toArray(String[]::new));
	}

	<T> T bean(Class<T> type) {
		return this.contexte.getBean(type);
	}

	/** Puts an accepted deposit on its way and applies it. */
	NumeroDepot appliquer(String flux, String xml) {
		NumeroDepot numero = deposer(flux, xml, null);
		bean(FusionStep.class).appliquer(numero.toString());
		return numero;
	}

	NumeroDepot deposer(String flux, String xml, LocalDateTime horodatage) {
		try {
			Contenus.Contenu contenu = bean(Contenus.class)
				.garder(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE);
			NumeroDepot numero = bean(Receptions.class).recevoir(new Reception(flux + ".xml", contenu.taille(),
					contenu.empreinte(), "http", "essai", null, null, UAI, false));
			bean(Fiches.class).decrire(numero, UAI, flux, "2025", 2025, horodatage);
			bean(Acheminement.class).deposer(numero, "essai", "Fichier déposé.");
			return numero;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Etat etat(NumeroDepot numero) {
		return bean(Depots.class).depot(numero).etat();
	}

	CompteRendu rapport(NumeroDepot numero) {
		return bean(ComptesRendus.class).trouver(numero).orElseThrow();
	}

	/** Code, élève and text of every item of a list of the report. */
	static List<String> lignes(List<CompteRendu.Ligne> lignes) {
		return lignes.stream()
			.map((l) -> l.code() + " | " + ((l.eleve() != null) ? l.eleve().identifiant() + " " + l.eleve().nom() : "-")
					+ " | " + l.message())
			.toList();
	}

	List<String> lire(String sql) {
		return bean(JdbcTemplate.class).queryForList(sql, String.class);
	}

	/**
	 * Every row of these tables, whole but for its hash, the disappeared included: the
	 * table, its columns in their order, the rank of the deposit that wrote it.
	 */
	String rangees(String... tables) {
		return Stream.of(tables)
			.flatMap((table) -> lire("SELECT '%s ' || ROW(%s)::text FROM referentiel.%1$s c ORDER BY 1".formatted(table,
					colonnes(table)))
				.stream())
			.map((rangee) -> rangee + "\n")
			.collect(Collectors.joining());
	}

	private String colonnes(String table) {
		return lire(
				"""
						SELECT CASE column_name
						       WHEN 'disparu_le' THEN '(c.disparu_le AT TIME ZONE ''UTC'')::date'
						       WHEN 'numero_depot' THEN '(SELECT count(*) FROM echange.depot d WHERE d.numero <= c.numero_depot)'
						       ELSE 'c.' || column_name END
						FROM information_schema.columns WHERE table_schema = 'referentiel' AND table_name = '%s'
						  AND column_name NOT IN ('uai', 'annee_scolaire', 'empreinte', 'uai_lu')
						ORDER BY ordinal_position"""
					.formatted(table))
			.stream()
			.collect(Collectors.joining(", "));
	}

	/** Where each row of the référentiel lies and what wrote it: equal, nothing did. */
	List<String> ecritures() {
		return lire(
				"SELECT table_name FROM information_schema.tables WHERE table_schema = 'referentiel' AND table_type = 'BASE TABLE' ORDER BY 1")
			.stream()
			.filter((table) -> !table.startsWith("flyway"))
			.flatMap((table) -> lire(
					"SELECT '%s ' || xmin || ' ' || ctid FROM referentiel.%1$s ORDER BY 1".formatted(table))
				.stream())
			.toList();
	}

	void changer(String sql) {
		bean(TransactionTemplate.class).executeWithoutResult((tx) -> bean(JdbcTemplate.class).execute(sql));
	}

	@Override
	public void close() {
		this.contexte.close();
	}

	/** What applies a deposit. */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class,
			JacksonAutoConfiguration.class })
	@ComponentScan({ "fr.passerelle.journal", "fr.passerelle.mapping", "fr.passerelle.catalogue",
			"fr.passerelle.enveloppe", "fr.passerelle.referentiel", "fr.passerelle.projection" })
	static class Modules {

		@Bean
		Clock horloge() {
			return Clock.fixed(Instant.parse("2025-10-01T08:00:00Z"), ZoneOffset.UTC);
		}

		@Bean
		ConnectionFactory connexions() {
			return new ActiveMQConnectionFactory("vm://jamais");
		}

	}

}
