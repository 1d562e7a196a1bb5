package fr.passerelle.jeux;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
import fr.passerelle.noyau.Uai;
import fr.passerelle.plateforme.MaisonDeTest;
import fr.passerelle.projection.Projections;
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
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of a deposit one after the other, in one thread, on the real database:
 * opened, judged, applied, projected. Without routes nor broker.
 */
final class Banc implements AutoCloseable {

	/** A Monday of November, inside the school year of every territory. */
	static final Clock HORLOGE = Clock.fixed(Instant.parse("2025-11-17T08:00:00Z"), ZoneOffset.UTC);

	private static final Set<String> ENTITES = Set.of("etablissement", "division", "groupe", "enseignant", "service",
			"professeur_principal", "eleve", "eleve_division", "responsable", "eleve_responsable", "lien");

	private final ConfigurableApplicationContext contexte;

	private final Projections projections = new Projections(Path.of("mappings/projections"), HORLOGE);

	Banc() {
		SpringApplication application = new SpringApplication(Modules.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		this.contexte = application.run(MaisonDeTest.reglages()
			.entrySet()
			.stream()
			.map((reglage) -> "--" + reglage.getKey() + "=" + reglage.getValue())
			.toArray(String[]::new));
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
			bean(FusionStep.class).appliquer(numero.toString());
			return bean(Depots.class).depot(numero);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The report, which a deposit that waits does not have yet. */
	Optional<CompteRendu> rapport(Depot depot) {
		return bean(ComptesRendus.class).trouver(depot.numero());
	}

	void projeter(Depot depot) {
		bean(TransactionTemplate.class)
			.executeWithoutResult((tx) -> this.projections.projeter(bean(NamedParameterJdbcTemplate.class),
					new Uai(depot.uai()), depot.anneeScolaire(), depot.numero(), ENTITES));
	}

	JdbcClient jdbc() {
		return bean(JdbcClient.class);
	}

	List<String> lire(String sql, String uai) {
		return bean(NamedParameterJdbcTemplate.class).queryForList(sql, Map.of("uai", uai), String.class);
	}

	private <T> T bean(Class<T> type) {
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
			"fr.passerelle.referentiel" })
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
