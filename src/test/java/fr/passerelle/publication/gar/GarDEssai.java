package fr.passerelle.publication.gar;

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
import java.util.Set;
import java.util.stream.Stream;

import fr.passerelle.bilan.Exemples;
import fr.passerelle.controle.ControleStep;
import fr.passerelle.enveloppe.EnveloppeStep;
import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Reception;
import fr.passerelle.journal.Receptions;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.plateforme.Maison;
import fr.passerelle.plateforme.MaisonDeTest;
import fr.passerelle.projection.ProjectionStep;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Paquet;
import fr.passerelle.publication.Publications;
import fr.passerelle.referentiel.FusionStep;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An invented académie brought to the directory the real way, deposit by deposit, and its
 * parcels for the GAR.
 */
final class GarDEssai implements AutoCloseable {

	private static final Instant INSTANT = Instant.parse("2025-11-17T08:00:00Z");

	private final ConfigurableApplicationContext contexte;

	GarDEssai(String... reglages) {
		SpringApplication application = new SpringApplication(Modules.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		Map<String, Object> tous = MaisonDeTest.reglages();
		Exemples.dossier().ifPresent((dossier) -> tous.put("passerelle.schemas", dossier));
		this.contexte = application
			.run(Stream
				.concat(tous.entrySet().stream().map((reglage) -> "--" + reglage.getKey() + "=" + reglage.getValue()),
						Stream.of(reglages))
				.toArray(String[]::new));
	}

	/** Schools of so many élèves, the first of this rank, deposited and projected. */
	List<EtablissementAttendu> deposer(int etablissements, int eleves, int rang, int premierDegre, Path dossier) {
		Reglages reglages = Reglages.de(etablissements, eleves, 41, Clock.fixed(INSTANT, ZoneOffset.UTC))
			.depuisRang(rang)
			.avecPremierDegre(premierDegre);
		List<EtablissementAttendu> ecoles = new Academie(reglages).ecrire(dossier).etablissements();
		for (EtablissementAttendu ecole : ecoles) {
			ecole.fichiers()
				.forEach((fichier) -> deposer(ecole.uai(), dossier.resolve(ecole.uai()).resolve(fichier.fichier())));
		}
		return ecoles;
	}

	private void deposer(String uai, Path fichier) {
		try (InputStream octets = Files.newInputStream(fichier)) {
			Contenus.Contenu contenu = bean(Contenus.class).garder(octets, Long.MAX_VALUE);
			NumeroDepot numero = bean(Receptions.class).recevoir(new Reception(fichier.getFileName().toString(),
					contenu.taille(), contenu.empreinte(), "dossier", "dossier " + uai, uai, null, uai, false));
			bean(ControleStep.class).juger(bean(EnveloppeStep.class).ouvrir(numero.toString()));
			bean(FusionStep.class).appliquer(numero.toString());
			bean(ProjectionStep.class).projeter(numero.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Publishes now; the package of the second degree, if there is one. */
	Paquet publier(String consommateur, String... uais) {
		return publier(consommateur, false, uais);
	}

	Paquet publier(String consommateur, boolean confirme, String... uais) {
		Publications publications = bean(Publications.class);
		Consommateur trouve = publications.consommateur("gar", consommateur).orElseThrow();
		return publications.publier(trouve, (uais.length > 0) ? Set.of(uais) : null, "essai", confirme);
	}

	/**
	 * Publishes what the directory would be after these statements, which are undone.
	 */
	Paquet essayer(String sql, String... uais) {
		return essayer(sql, false, uais);
	}

	Paquet essayer(String sql, boolean confirme, String... uais) {
		return new TransactionTemplate(bean(PlatformTransactionManager.class)).execute((etat) -> {
			etat.setRollbackOnly();
			bean(JdbcTemplate.class).execute(sql);
			return publier("defaut", confirme, uais);
		});
	}

	List<String> lire(String sql, Object... parametres) {
		return bean(JdbcTemplate.class).queryForList(sql, String.class, parametres);
	}

	Path outbox(String consommateur) {
		return bean(Maison.class).outbox().resolve("flux/gar").resolve(consommateur);
	}

	/** The plain files of a package. */
	List<Path> fichiers(Paquet paquet) {
		try (Stream<Path> fichiers = Files.list(outbox(paquet.consommateur()).resolve(paquet.paquet()))) {
			return fichiers.sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	<T> T bean(Class<T> type) {
		return this.contexte.getBean(type);
	}

	@Override
	public void close() {
		this.contexte.close();
	}

	/** What opens, judges, applies, projects and publishes. */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class,
			JacksonAutoConfiguration.class })
	@ComponentScan({ "fr.passerelle.journal", "fr.passerelle.mapping", "fr.passerelle.catalogue",
			"fr.passerelle.calendrier", "fr.passerelle.controle", "fr.passerelle.enveloppe",
			"fr.passerelle.referentiel", "fr.passerelle.bilan", "fr.passerelle.projection",
			"fr.passerelle.publication" })
	static class Modules {

		@Bean
		Clock horloge() {
			return Clock.fixed(INSTANT, ZoneOffset.UTC);
		}

		@Bean
		ConnectionFactory connexions() {
			return new ActiveMQConnectionFactory("vm://jamais");
		}

		@Bean
		Maison maison(@Value("${passerelle.home}") Path dossier) {
			return new Maison(dossier);
		}

	}

}
