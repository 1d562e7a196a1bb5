package fr.passerelle.plateforme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The log of the product goes to a file too when one is named, under the same rule. */
class FileLogTest {

	@TempDir
	private Path dossier;

	private final LoggerContext journal = new LoggerContext();

	@Test
	void aNamedFileHasTheLinesOfTheLogAndNoMessageOfAnException() throws IOException, JoranException {
		Path fichier = this.dossier.resolve("passerelle.log");
		this.journal.putProperty("LOG_FILE", fichier.toString());
		lire();

		this.journal.getLogger("essai").warn("deposit {} failed", 18, new IllegalStateException("BRUMELAINE"));
		this.journal.stop();

		assertThat(fichier).content()
			.contains("deposit 18 failed", "java.lang.IllegalStateException")
			.doesNotContain("BRUMELAINE");
	}

	@Test
	void withoutANameThereIsNoFile() throws IOException, JoranException {
		lire();

		assertThat(this.journal.getLogger("ROOT").getAppender("FILE")).isNull();
		assertThat(Files.exists(Path.of("LOG_FILE_IS_UNDEFINED"))).isFalse();
	}

	private void lire() throws JoranException {
		this.journal.setMDCAdapter(new LogbackMDCAdapter());
		JoranConfigurator lecture = new JoranConfigurator();
		lecture.setContext(this.journal);
		lecture.doConfigure(FileLogTest.class.getResource("/logback-spring.xml"));
	}

}
