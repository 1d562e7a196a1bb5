package fr.passerelle.generateur;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class GenerationTest {

	private static final Clock NOVEMBRE = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

	private final ByteArrayOutputStream erreurs = new ByteArrayOutputStream();

	@TempDir
	private Path dossier;

	@Test
	void theSameSeedGivesTheSameBytes() {
		commande("--etablissements", "5", "--eleves", "60", "--graine", "3", "--anomalies", "--dossier", sous("a"));
		commande("--etablissements=5", "--eleves=60", "--graine=3", "--anomalies", "--dossier=" + sous("b"));

		Map<String, String> premiere = Dossiers.empreintes(this.dossier.resolve("a"));
		assertThat(premiere).hasSizeGreaterThan(50).isEqualTo(Dossiers.empreintes(this.dossier.resolve("b")));
	}

	@Test
	void anotherSeedGivesOtherEleves() {
		commande("--etablissements", "1", "--eleves", "60", "--graine", "3", "--dossier", sous("a"));
		commande("--etablissements", "1", "--eleves", "60", "--graine", "4", "--dossier", sous("b"));

		String eleves = "0759901E/ExportXML_ElevesAvecAdresses.zip";
		assertThat(Dossiers.empreintes(this.dossier.resolve("a")).get(eleves))
			.isNotEqualTo(Dossiers.empreintes(this.dossier.resolve("b")).get(eleves));
	}

	@Test
	void aMissingWordIsAskedForInFrench() {
		int code = commande("--etablissements", "1", "--graine", "3", "--dossier", sous("a"));

		assertThat(code).isEqualTo(2);
		assertThat(this.erreurs.toString(StandardCharsets.UTF_8)).startsWith("generer : il manque --eleves.")
			.contains(Options.USAGE);
	}

	@Test
	void anUnknownWordIsRefused() {
		int code = commande("--etablissements", "1", "--eleves", "3", "--graine", "3", "--dossier", sous("a"),
				"--anomalie");

		assertThat(code).isEqualTo(2);
		assertThat(this.erreurs.toString(StandardCharsets.UTF_8)).contains("« --anomalie » n'est pas compris");
	}

	private String sous(String nom) {
		return this.dossier.resolve(nom).toString();
	}

	private int commande(String... mots) {
		PrintStream ecran = new PrintStream(this.erreurs, true, StandardCharsets.UTF_8);
		return Generation.commande(mots, NOVEMBRE, ecran, ecran);
	}

}
