package fr.passerelle.publication.aaf;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.controle.ControleStep;
import fr.passerelle.enveloppe.EnveloppeStep;
import fr.passerelle.generateur.Generation;
import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Etat;
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

/**
 * Invented schools, deposited, applied, projected and published in one thread, on the
 * real database: without routes nor broker.
 */
final class AcademieDEssai implements AutoCloseable {

	private static final Clock HORLOGE = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

	private final ConfigurableApplicationContext contexte;

	private final List<String> uais = new ArrayList<>();

	AcademieDEssai(String... reglages) {
		SpringApplication application = new SpringApplication(Modules.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		List<String> arguments = new ArrayList<>(Arrays.asList(reglages));
		MaisonDeTest.reglages().forEach((cle, valeur) -> arguments.add("--" + cle + "=" + valeur));
		this.contexte = application.run(arguments.toArray(String[]::new));
	}

	/** Invents schools and deposits all their files. */
	AcademieDEssai peupler(String... options) {
		Path dossier = this.contexte.getBean(Maison.class).racine().resolve("academie" + this.uais.size());
		List<String> mots = new ArrayList<>(Arrays.asList(options));
		mots.addAll(List.of("--dossier", dossier.toString()));
		PrintStream muet = new PrintStream(PrintStream.nullOutputStream());
		if (Generation.commande(mots.toArray(String[]::new), HORLOGE, muet, System.err) != 0) {
			throw new IllegalArgumentException("generer " + mots);
		}
		try {
			JsonNode attendu = new ObjectMapper().readTree(dossier.resolve("attendu.json").toFile());
			attendu.get("etablissements").forEach((ecole) -> deposer(dossier, ecole));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	private void deposer(Path dossier, JsonNode ecole) {
		String uai = ecole.get("uai").asText();
		this.uais.add(uai);
		ecole.get("fichiers")
			.forEach((fichier) -> deposer(uai, dossier.resolve(uai).resolve(fichier.get("fichier").asText())));
	}

	/** Drops a file in the folder of a school; a refused one changes nothing. */
	void deposer(String uai, Path fichier) {
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

	/** Schools in the order they were invented. */
	List<String> uais() {
		return List.copyOf(this.uais);
	}

	/** Several statements. */
	AcademieDEssai executer(String sql) {
		bean(JdbcTemplate.class).execute(sql);
		return this;
	}

	List<String> lire(String sql, Object... parametres) {
		return bean(JdbcTemplate.class).queryForList(sql, String.class, parametres);
	}

	/** Publishes for a consumer of these schools, all without any; the first parcel. */
	Paquet publier(String nom, boolean delta, String... siens) {
		return publier(consommateur(nom, delta, siens), false);
	}

	/** The same, a person confirming that what is lost is to be lost. */
	Paquet confirmer(String nom, String... siens) {
		return publier(consommateur(nom, false, siens), true);
	}

	private Paquet publier(Consommateur consommateur, boolean confirme) {
		return bean(Publications.class).publier(consommateur, null, "essai", confirme);
	}

	/** Publishes for the consumer that every feed has, of one school only. */
	Paquet publier(String uai) {
		Publications publications = bean(Publications.class);
		return publications.publier(publications.consommateur("aaf", null).orElseThrow(), Set.of(uai), "essai", false);
	}

	private static Consommateur consommateur(String nom, boolean delta, String... siens) {
		return new Consommateur(nom, "aaf", "", (siens.length > 0) ? List.of(siens) : List.of("*"), delta, 0, List.of(),
				"dossier", "");
	}

	/** The packages of a consumer whose name ends so, the last one first. */
	List<Paquet> paquets(String consommateur, String fin) {
		return bean(Publications.class).lister("aaf")
			.stream()
			.filter((paquet) -> paquet.consommateur().equals(consommateur) && paquet.paquet().endsWith(fin))
			.toList();
	}

	/** The folder of a package. */
	Path dossier(Paquet paquet) {
		return bean(Maison.class).outbox().resolve(Path.of("flux", "aaf", paquet.consommateur(), paquet.paquet()));
	}

	<T> T bean(Class<T> type) {
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
			"fr.passerelle.referentiel", "fr.passerelle.projection", "fr.passerelle.bilan",
			"fr.passerelle.publication" })
	static class Modules {

		@Bean
		Clock horloge() {
			return HORLOGE;
		}

		@Bean
		Maison maison(@Value("${passerelle.home}") Path dossier) {
			return new Maison(dossier);
		}

		@Bean
		ConnectionFactory connexions() {
			return new ActiveMQConnectionFactory("vm://jamais");
		}

	}

}
