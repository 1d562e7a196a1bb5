package fr.passerelle.jeux;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import fr.passerelle.controle.ControleStep;
import fr.passerelle.enveloppe.EnveloppeStep;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Reception;
import fr.passerelle.journal.Receptions;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.plateforme.MaisonDeTest;
import fr.passerelle.projection.ProjectionStep;
import fr.passerelle.referentiel.FusionStep;
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
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The steps of a deposit one after the other, in one thread, on the real database:
 * opened, judged, applied, projected. Without routes nor broker.
 */
public final class Banc implements AutoCloseable {

	static final Horloge HORLOGE = new Horloge();

	private final ConfigurableApplicationContext contexte;

	public Banc() {
		HORLOGE.regler(Horloge.NOVEMBRE);
		SpringApplication application = new SpringApplication(Modules.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		this.contexte = application.run(MaisonDeTest.reglages()
			.entrySet()
			.stream()
			.map((reglage) -> "--" + reglage.getKey() + "=" + reglage.getValue())
			.toArray(String[]::new));
	}

	/**
	 * Sets what no file carries (periods, modes, who is known): several statements, that
	 * may name {@code :uai}.
	 */
	void regler(String uai, String sql) {
		bean(JdbcTemplate.class).execute(sql.replace(":uai", "'" + uai + "'"));
	}

	/** Sets the clock of all that follows. */
	void regler(Instant instant) {
		HORLOGE.regler(instant);
	}

	Depot deposer(Fichier fichier) {
		return deposer(fichier.dossier(), fichier.nom(), new ByteArrayInputStream(fichier.octets()), false);
	}

	/**
	 * Drops a file.
	 * @param uai the school of the folder, null for the inbox itself
	 */
	Depot deposer(String uai, Path fichier) {
		try (InputStream octets = Files.newInputStream(fichier)) {
			return deposer(uai, fichier.getFileName().toString(), octets, false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Drops these bytes.
	 * @param uai the school of the folder, null for the inbox itself
	 * @param confirme whether the sender confirmed in advance what it would make
	 * disappear
	 */
	Depot deposer(String uai, String nom, InputStream octets, boolean confirme) {
		String dossier = (uai != null) ? uai : "";
		try {
			Contenus.Contenu contenu = bean(Contenus.class).garder(octets, Long.MAX_VALUE);
			NumeroDepot numero = bean(Receptions.class).recevoir(new Reception(nom, contenu.taille(),
					contenu.empreinte(), "dossier", "dossier " + dossier, dossier, null, uai, confirme));
			bean(ControleStep.class).juger(bean(EnveloppeStep.class).ouvrir(numero.toString()));
			return appliquer(numero);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The deposits that the last one let go on, applied as the relay would. */
	List<Depot> reprendre() {
		return bean(JdbcTemplate.class)
			.queryForList("SELECT numero FROM echange.depot WHERE etat = 'depose' ORDER BY numero", Long.class)
			.stream()
			.map((numero) -> appliquer(new NumeroDepot(numero)))
			.toList();
	}

	/** Applies an accepted deposit. */
	public Depot appliquer(NumeroDepot numero) {
		bean(FusionStep.class).appliquer(numero.toString());
		return bean(Depots.class).depot(numero);
	}

	/** The report, which a deposit that waits does not have yet. */
	Optional<CompteRendu> rapport(Depot depot) {
		return bean(ComptesRendus.class).trouver(depot.numero());
	}

	void projeter(Depot depot) {
		bean(ProjectionStep.class).projeter(depot.numero().toString());
	}

	/** What a school has, one line per object. */
	List<String> lire(Tableau tableau, String uai) {
		return switch (tableau) {
			case LIGNES -> tables().stream().flatMap((table) -> lire(tableau.sql().formatted(table), uai)).toList();
			case REFERENTIEL, MAGASINS -> lire(tableau.sql(), uai).toList();
		};
	}

	/** Where each row of a school lies and what wrote it: equal, nothing did. */
	public List<String> ecritures(String uai) {
		return tables().stream()
			.flatMap((table) -> lire(
					"SELECT '%s ' || xmin || ' ' || ctid FROM referentiel.%1$s WHERE uai = :uai ORDER BY 1"
						.formatted(table),
					uai))
			.toList();
	}

	private Stream<String> lire(String sql, String uai) {
		return bean(NamedParameterJdbcTemplate.class).queryForList(sql, Map.of("uai", uai), String.class).stream();
	}

	private List<String> tables() {
		return bean(JdbcTemplate.class).queryForList("""
				SELECT table_name FROM information_schema.tables
				WHERE table_schema = 'referentiel' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'flyway%'
				ORDER BY 1""", String.class);
	}

	JdbcClient jdbc() {
		return bean(JdbcClient.class);
	}

	public <T> T bean(Class<T> type) {
		return this.contexte.getBean(type);
	}

	@Override
	public void close() {
		this.contexte.close();
	}

	/** What opens, judges and applies a deposit. */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class,
			JacksonAutoConfiguration.class })
	@ComponentScan({ "fr.passerelle.journal", "fr.passerelle.mapping", "fr.passerelle.catalogue",
			"fr.passerelle.calendrier", "fr.passerelle.controle", "fr.passerelle.enveloppe",
			"fr.passerelle.referentiel", "fr.passerelle.projection", "fr.passerelle.bilan" })
	static class Modules {

		@Bean
		Clock horloge() {
			return HORLOGE;
		}

		@Bean
		ConnectionFactory connexions() {
			return new ActiveMQConnectionFactory("vm://jamais");
		}

	}

}
