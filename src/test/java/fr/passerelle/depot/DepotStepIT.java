package fr.passerelle.depot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Prises;
import fr.passerelle.journal.Reception;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.plateforme.MaisonDeTest;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** A file of the inbox becomes one row, wherever the work was interrupted. */
class DepotStepIT {

	private static final String CLE = "0009201B/f.zip";

	@TempDir
	private Path inbox;

	private ConfigurableApplicationContext contexte;

	private DepotStep step;

	private Path fichier;

	@BeforeEach
	void ouvrir() throws IOException {
		SpringApplication application = new SpringApplication(Journal.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		this.contexte = application.run(MaisonDeTest.reglages()
			.entrySet()
			.stream()
			.map((reglage) -> "--" + reglage.getKey() + "=" + reglage.getValue())
			.toArray(String[]::new));
		this.step = new DepotStep(new Intake(this.contexte.getBean(Prises.class)),
				this.contexte.getBean(Contenus.class),
				new DepotSettings(this.inbox, DataSize.ofMegabytes(1), Duration.ZERO, Duration.ZERO, Duration.ZERO, 8));
		this.fichier = Files.createDirectories(this.inbox.resolve("0009201B")).resolve("f.zip");
		Files.writeString(this.fichier, "abc");
	}

	@AfterEach
	void fermer() {
		this.contexte.close();
	}

	@Test
	void aFileTakenLeavesTheFolderAndIsInTheLedger() throws IOException {
		String numero = this.step.prendre(this.fichier);

		assertThat(this.fichier).doesNotExist();
		assertThat(depots()).containsExactly(numero + " 0009201B f.zip 3 dossier 0009201B recu");
		assertThat(prises()).isZero();
	}

	@Test
	void afterAStopBetweenTheLedgerAndTheFolderThereIsOneRow() throws IOException {
		Prises prises = this.contexte.getBean(Prises.class);
		prises.prendre(CLE, DepotStep.identite(this.fichier));
		String empreinte = this.contexte.getBean(Contenus.class)
			.garder(Files.newInputStream(this.fichier), 100)
			.empreinte();
		NumeroDepot avant = prises.recevoir(CLE, new Reception("f.zip", 3, empreinte, "dossier", "dossier 0009201B",
				"0009201B", null, "0009201B", false));

		assertThat(this.step.prendre(this.fichier)).isNull();

		assertThat(this.fichier).doesNotExist();
		assertThat(depots()).containsExactly(avant + " 0009201B f.zip 3 dossier 0009201B recu");
		assertThat(prises()).isZero();
	}

	@Test
	void anotherFileInThePlaceOfOneWhoseLeaseWasNeverGivenBackIsAnotherDeposit() throws IOException {
		Prises prises = this.contexte.getBean(Prises.class);
		FileTime heure = Files.getLastModifiedTime(this.fichier);
		prises.prendre(CLE, DepotStep.identite(this.fichier));
		String empreinte = this.contexte.getBean(Contenus.class)
			.garder(Files.newInputStream(this.fichier), 100)
			.empreinte();
		NumeroDepot avant = prises.recevoir(CLE, new Reception("f.zip", 3, empreinte, "dossier", "dossier 0009201B",
				"0009201B", null, "0009201B", false));
		Files.writeString(this.fichier, "xyz");
		Files.setLastModifiedTime(this.fichier, heure);

		String apres = this.step.prendre(this.fichier);

		assertThat(depots()).containsExactly(avant + " 0009201B f.zip 3 dossier 0009201B recu",
				apres + " 0009201B f.zip 3 dossier 0009201B recu");
		assertThat(prises()).isZero();
	}

	@Test
	void afterAStopBetweenTheLeaseAndTheLedgerThereIsOneRow() throws IOException {
		this.contexte.getBean(Prises.class).prendre(CLE, DepotStep.identite(this.fichier));

		assertThat(this.step.prendre(this.fichier)).isNotNull();

		assertThat(depots()).hasSize(1);
	}

	@Test
	void aFileThatWentMeanwhileIsNoDepositAndLeavesNoLease() throws IOException {
		Files.delete(this.fichier);

		assertThat(this.step.prendre(this.fichier)).isNull();

		assertThat(depots()).isEmpty();
		assertThat(prises()).isZero();
	}

	@Test
	void aLinkPutThereSinceTheLookIsNotFollowed() throws IOException {
		Path ailleurs = Files.writeString(this.inbox.resolve("ailleurs.txt"), "à un autre");
		Files.delete(this.fichier);
		Files.createSymbolicLink(this.fichier, ailleurs);

		assertThatIOException().isThrownBy(() -> this.step.prendre(this.fichier));

		assertThat(this.fichier).isSymbolicLink();
		assertThat(depots()).isEmpty();
	}

	@Test
	void aLaterFileOfTheSameNameIsAnotherDeposit() throws IOException {
		String premier = this.step.prendre(this.fichier);
		Files.writeString(this.fichier, "abcd");

		String second = this.step.prendre(this.fichier);

		assertThat(depots()).containsExactly(premier + " 0009201B f.zip 3 dossier 0009201B recu",
				second + " 0009201B f.zip 4 dossier 0009201B recu");
	}

	private List<String> depots() {
		return this.contexte.getBean(JdbcTemplate.class)
			.queryForList(
					"SELECT concat_ws(' ', numero, uai, fichier, taille, canal, dossier, etat) FROM echange.depot ORDER BY numero",
					String.class);
	}

	private long prises() {
		return this.contexte.getBean(JdbcTemplate.class)
			.queryForObject("SELECT count(*) FROM echange.prise", Long.class);
	}

	/** The ledger alone. */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class,
			JacksonAutoConfiguration.class })
	@ComponentScan("fr.passerelle.journal")
	static class Journal {

		@Bean
		Clock horloge() {
			return Clock.systemUTC();
		}

		@Bean
		ConnectionFactory connexions() {
			return new ActiveMQConnectionFactory("vm://jamais");
		}

	}

}
