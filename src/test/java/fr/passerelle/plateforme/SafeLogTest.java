package fr.passerelle.plateforme;

import java.sql.BatchUpdateException;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** The log as an administrator reads it: what failed and where, never whose. */
class SafeLogTest {

	private static final String PERSONNE = "DURAND Zoé 990000001AA";

	private static final Logger LOG = LoggerFactory.getLogger(SafeLogTest.class);

	@Test
	void noMessageOfAChainOfFailuresIsWritten() {
		IllegalStateException echec = new IllegalStateException("merging " + PERSONNE,
				new IllegalArgumentException(PERSONNE));
		echec.addSuppressed(new IllegalStateException("closing after " + PERSONNE));

		String journal = journal("deposit 18 failed", echec);

		assertThat(journal).doesNotContain(PERSONNE)
			.contains("deposit 18 failed", "java.lang.IllegalStateException",
					"Caused by: java.lang.IllegalArgumentException", "Suppressed: java.lang.IllegalStateException",
					"at fr.passerelle.plateforme.SafeLogTest.noMessageOfAChainOfFailuresIsWritten(SafeLogTest.java:");
	}

	@Test
	void ofTheDatabaseTheStateAndTheConstraintAreTold() {
		PSQLException echec = new PSQLException(new ServerErrorMessage("SERROR\0VERROR\0C23505\0M" + PERSONNE
				+ "\0DKey (ine)=(" + PERSONNE + ") already exists.\0sreferentiel\0televe\0neleve_ine_unique\0\0"),
				true);

		assertThat(journal("merging", new IllegalStateException(echec))).doesNotContain(PERSONNE)
			.contains(
					"Caused by: org.postgresql.util.PSQLException: SQLState 23505 referentiel eleve eleve_ine_unique");
		assertThat(journal("merging", new BatchUpdateException(PERSONNE, "22007", new int[0]))).doesNotContain(PERSONNE)
			.contains("java.sql.BatchUpdateException: SQLState 22007");
	}

	@Test
	void ofTheXmlParserTheLineIsTold() {
		Location endroit = mock(Location.class);
		when(endroit.getLineNumber()).thenReturn(4012);

		assertThat(journal("reading", new XMLStreamException("unexpected <" + PERSONNE + ">", endroit)))
			.doesNotContain(PERSONNE)
			.contains("javax.xml.stream.XMLStreamException: line 4012");
	}

	@Test
	void aLineThatQuotesItsFailureLosesTheQuotation() {
		IllegalStateException echec = new IllegalStateException("merging " + PERSONNE,
				new IllegalArgumentException(PERSONNE));

		String journal = journal("Failed delivery, caught: " + echec + ", caused by: " + PERSONNE, echec);

		assertThat(journal).doesNotContain(PERSONNE)
			.contains("Failed delivery, caught: java.lang.IllegalStateException: …, caused by: …");
	}

	@Test
	void aHubThatCannotStartSaysWhyInFull() {
		Logger demarrage = LoggerFactory.getLogger("org.springframework.boot.SpringApplication");

		try (ProductLog journal = ProductLog.ecouter()) {
			demarrage.error("Application run failed", new IllegalStateException("the port is not a number"));

			assertThat(journal.texte()).contains("java.lang.IllegalStateException: the port is not a number");
		}
	}

	private static String journal(String ligne, Throwable echec) {
		try (ProductLog journal = ProductLog.ecouter()) {
			LOG.error(ligne, echec);
			return journal.texte();
		}
	}

}
