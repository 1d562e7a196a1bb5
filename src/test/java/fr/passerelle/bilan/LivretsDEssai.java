package fr.passerelle.bilan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

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

/**
 * Two schools whose report books are kept: deposits of bilans, one after the other, in
 * one thread, on the real database.
 */
public final class LivretsDEssai implements AutoCloseable {

	/** The school of {@code jeux/lsu/ecole.sql}. */
	public static final String ECOLE = "0009101T";

	/** The school of {@code jeux/lsu/college.sql}. */
	public static final String COLLEGE = "0009201B";

	/** Gives the divisions and élèves of the sample to those of the collège. */
	public static final String DIVISIONS_DE_L_EXEMPLE = """
			UPDATE lsu.classe SET code = '6EME_4' WHERE code = '6EME B' AND uai = :uai;
			UPDATE lsu.classe SET code = '3EME_2' WHERE code = '3EME C' AND uai = :uai;
			UPDATE lsu.eleve SET id_be = '1' WHERE id_be = '700101' AND uai = :uai;
			UPDATE lsu.eleve SET id_be = '2' WHERE id_be = '700102' AND uai = :uai;
			UPDATE lsu.eleve SET id_be = '3' WHERE id_be = '700104' AND uai = :uai""";

	private static final Clock HORLOGE = Clock.fixed(Instant.parse("2026-02-02T08:00:00Z"), ZoneOffset.UTC);

	private final ConfigurableApplicationContext contexte;

	private int fichiers;

	public LivretsDEssai(Class<?>... autres) {
		SpringApplication application = new SpringApplication(Modules.class);
		application.addPrimarySources(List.of(autres));
		application.setWebApplicationType(WebApplicationType.NONE);
		Map<String, Object> reglages = MaisonDeTest.reglages();
		Exemples.dossier().ifPresent((dossier) -> reglages.put("passerelle.schemas", dossier));
		this.contexte = application.run(reglages.entrySet()
			.stream()
			.map((reglage) -> "--" + reglage.getKey() + "=" + reglage.getValue())
			.toArray(String[]::new));
	}

	/** Both schools as at the start, without any bilan. */
	public LivretsDEssai recommencer() {
		executer("TRUNCATE lsu.etablissement CASCADE", ECOLE);
		executer(fichier("jeux/lsu/ecole.sql"), ECOLE);
		executer(fichier("jeux/lsu/college.sql"), COLLEGE);
		return this;
	}

	/** Several statements, that may name {@code :uai}. */
	public LivretsDEssai executer(String sql, String uai) {
		bean(JdbcTemplate.class).execute(sql.replace(":uai", "'" + uai + "'"));
		return this;
	}

	public List<String> lire(String sql, Object... parametres) {
		return bean(JdbcTemplate.class).queryForList(sql, String.class, parametres);
	}

	/**
	 * Drops this document in the folder of its school; the same twice is two deposits.
	 */
	public CompteRendu deposer(String uai, String document) {
		String unique = document + "<!-- " + (++this.fichiers) + " -->\n";
		Depot depot = deposer(uai, unique.getBytes(StandardCharsets.UTF_8));
		return bean(ComptesRendus.class).trouver(depot.numero()).orElseThrow();
	}

	Depot deposer(String uai, byte[] octets) {
		try {
			Contenus.Contenu contenu = bean(Contenus.class).garder(new ByteArrayInputStream(octets), Long.MAX_VALUE);
			NumeroDepot numero = bean(Receptions.class).recevoir(new Reception("bilans.xml", contenu.taille(),
					contenu.empreinte(), "dossier", "dossier " + uai, uai, null, uai, false));
			bean(ControleStep.class).juger(bean(EnveloppeStep.class).ouvrir(numero.toString()));
			bean(FusionStep.class).appliquer(numero.toString());
			return bean(Depots.class).depot(numero);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public <T> T bean(Class<T> type) {
		return this.contexte.getBean(type);
	}

	public <T> List<T> beans(Class<T> type) {
		return List.copyOf(this.contexte.getBeansOfType(type).values());
	}

	/** A file of the test resources. */
	public static String fichier(String nom) {
		try {
			return Files.readString(Path.of("src/test/resources", nom));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
			"fr.passerelle.referentiel", "fr.passerelle.bilan" })
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
