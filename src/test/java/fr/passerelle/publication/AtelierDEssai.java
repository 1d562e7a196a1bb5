package fr.passerelle.publication;

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
import java.util.stream.Stream;

import fr.passerelle.controle.ControleStep;
import fr.passerelle.enveloppe.EnveloppeStep;
import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.Reception;
import fr.passerelle.journal.Receptions;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.plateforme.Maison;
import fr.passerelle.plateforme.MaisonDeTest;
import fr.passerelle.projection.ProjectionStep;
import fr.passerelle.referentiel.FusionStep;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

import org.springframework.beans.factory.annotation.Value;
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

/**
 * What deposits, applies, projects and publishes, in one thread, on the real database:
 * without routes nor broker.
 */
public final class AtelierDEssai implements AutoCloseable {

	private final ConfigurableApplicationContext contexte;

	/**
	 * Starts it.
	 * @param instant where its clock stands still
	 * @param reglages settings beyond those of any test
	 */
	public AtelierDEssai(Instant instant, Map<String, ?> reglages) {
		SpringApplication application = new SpringApplication(Modules.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		this.contexte = application.run(Stream.of(MaisonDeTest.reglages(), reglages, Map.of("essai.instant", instant))
			.flatMap((plusieurs) -> plusieurs.entrySet().stream())
			.map((reglage) -> "--" + reglage.getKey() + "=" + reglage.getValue())
			.toArray(String[]::new));
	}

	/** Drops a file in the folder of a school; a refused one changes nothing. */
	public void deposer(String uai, Path fichier) {
		try (InputStream octets = Files.newInputStream(fichier)) {
			Contenus.Contenu contenu = bean(Contenus.class).garder(octets, Long.MAX_VALUE);
			NumeroDepot numero = bean(Receptions.class).recevoir(new Reception(fichier.getFileName().toString(),
					contenu.taille(), contenu.empreinte(), "dossier", "dossier " + uai, uai, null, uai, true));
			bean(ControleStep.class).juger(bean(EnveloppeStep.class).ouvrir(numero.toString()));
			if (bean(Depots.class).depot(numero).etat() != Etat.REFUSE) {
				bean(FusionStep.class).appliquer(numero.toString());
				bean(ProjectionStep.class).projeter(numero.toString());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Several statements. */
	public void executer(String sql) {
		bean(JdbcTemplate.class).execute(sql);
	}

	public List<String> lire(String sql, Object... parametres) {
		return bean(JdbcTemplate.class).queryForList(sql, String.class, parametres);
	}

	/** Where the packages of a consumer are. */
	public Path outbox(String flux, String consommateur) {
		return bean(Maison.class).outbox().resolve(Path.of("flux", flux, consommateur));
	}

	public <T> T bean(Class<T> type) {
		return this.contexte.getBean(type);
	}

	@Override
	public void close() {
		this.contexte.close();
	}

	/** What deposits and publishes. */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class,
			JacksonAutoConfiguration.class })
	@ComponentScan({ "fr.passerelle.journal", "fr.passerelle.mapping", "fr.passerelle.catalogue",
			"fr.passerelle.calendrier", "fr.passerelle.controle", "fr.passerelle.enveloppe",
			"fr.passerelle.referentiel", "fr.passerelle.projection", "fr.passerelle.bilan", "fr.passerelle.canal",
			"fr.passerelle.publication" })
	static class Modules {

		@Bean
		Clock horloge(@Value("${essai.instant}") Instant instant) {
			return Clock.fixed(instant, ZoneOffset.UTC);
		}

		@Bean
		Maison maison(@Value("${passerelle.home}") Path dossier) {
			return new Maison(dossier);
		}

		@Bean
		CamelContext camel() {
			return new DefaultCamelContext();
		}

		@Bean
		ConnectionFactory connexions() {
			return new ActiveMQConnectionFactory("vm://jamais");
		}

	}

}
