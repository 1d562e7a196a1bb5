package fr.passerelle.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

import fr.passerelle.plateforme.ProductLog;
import org.apache.camel.Body;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.CannotGetJdbcConnectionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IncidentsTest {

	private static final String ETAPE = """
			# 50 fusionner : que change ce dépôt ?
			- route:
			    id: fusion
			    routeConfigurationId: incidents
			    from:
			      uri: direct:fusion
			      steps:
			        - bean:
			            ref: etape
			            method: faire
			""";

	private final SortieIncident sortie = new SortieIncident();

	private final AtomicInteger essais = new AtomicInteger();

	@TempDir
	Path dossier;

	private RouteWorkshop atelier;

	@BeforeEach
	void poser() throws Exception {
		this.atelier = new RouteWorkshop(this.dossier).avec("50-fusion.camel.yaml", ETAPE)
			.avec("00-incidents.camel.yaml", Files.readString(Path.of("routes/00-incidents.camel.yaml")));
		this.atelier.camel.getRegistry().bind("transientFailures", new TransientFailures());
		this.atelier.camel.getRegistry().bind("sortieIncident", this.sortie);
		this.atelier.camel.getRegistry().bind("journalDesReprises", new RetryLog());
		Properties reglages = new Properties();
		reglages.putAll(Map.of("passerelle.reprise.essais", "3", "passerelle.reprise.delai", "1"));
		this.atelier.camel.getPropertiesComponent().setInitialProperties(reglages);
	}

	@Test
	void aPassingFailureIsTriedAgainInPlace() {
		echouer(2, new IllegalStateException("merging", new ConnectException("refused")));

		assertThat(this.essais).hasValue(3);
		assertThat(this.sortie.recus).isEmpty();
	}

	@Test
	void theWholeChainOfCausesIsLookedAt() {
		echouer(2, new CannotGetJdbcConnectionException("away", new SQLException("no state")));

		assertThat(this.essais).hasValue(3);
		assertThat(this.sortie.recus).isEmpty();
	}

	@Test
	void aFailureThatDoesNotPassEndsInTheExit() {
		echouer(100, new IllegalStateException("merging", new ConnectException("refused")));

		assertThat(this.essais).hasValue(4);
		assertThat(this.sortie.recus).containsExactly("18 IllegalStateException");
	}

	@Test
	void aFailureOfOursIsNotTriedAgain() {
		echouer(100, new IllegalStateException("bug"));

		assertThat(this.essais).hasValue(1);
		assertThat(this.sortie.recus).containsExactly("18 IllegalStateException");
	}

	@Test
	void anErrorOfTheMachineEndsInTheExitToo() {
		echouer(100, new StackOverflowError("deep"));

		assertThat(this.essais).hasValue(1);
		assertThat(this.sortie.recus).containsExactly("18 CamelExecutionException");
	}

	@Test
	void theLogOfTheTriesTellsWhatFailedWithoutQuotingIt() {
		try (ProductLog journal = ProductLog.ecouter()) {
			echouer(1, new IllegalStateException("merging DURAND Zoé", new SQLException("DURAND Zoé", "40001")));

			assertThat(journal.texte())
				.contains("WARN", "deposit 18: try 1 after IllegalStateException < SQLException 40001")
				.doesNotContain("DURAND");
		}
	}

	@Test
	void theLogOfARouteWithoutIncidentsDoesNotQuoteItsFailure() {
		this.atelier.avec("50-fusion.camel.yaml", ETAPE.replace("    routeConfigurationId: incidents\n", ""));

		try (ProductLog journal = ProductLog.ecouter()) {
			assertThatExceptionOfType(CamelExecutionException.class)
				.isThrownBy(() -> echouer(1, new IllegalStateException("merging DURAND Zoé")));

			assertThat(journal.texte())
				.contains("ERROR", "java.lang.IllegalStateException", "at fr.passerelle.route.IncidentsTest.")
				.doesNotContain("DURAND");
		}
	}

	private void echouer(int fois, Throwable echec) {
		this.atelier.camel.getRegistry().bind("etape", new Etape(this.essais, fois, echec));
		try (var enMarche = this.atelier.demarrer(); var appel = enMarche.camel.createProducerTemplate()) {
			appel.sendBody("direct:fusion", "18");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A step that fails this many times. */
	record Etape(AtomicInteger essais, int fois, Throwable echec) {

		public void faire() throws Throwable {
			if (this.essais.incrementAndGet() <= this.fois) {
				throw this.echec;
			}
		}

	}

	/** Keeps what the exit was given. */
	static class SortieIncident {

		private final List<String> recus = new ArrayList<>();

		public void sortir(@Body String numero, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable echec) {
			this.recus.add(numero + " " + echec.getClass().getSimpleName());
		}

	}

}
