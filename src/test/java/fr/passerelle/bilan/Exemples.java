package fr.passerelle.bilan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The published schemas and the sample, which the project does not carry: beside its
 * folder, or where {@code -Dessais.schemas=} says.
 */
public final class Exemples {

	private static final Path DOSSIER = Path.of(System.getProperty("essais.schemas", "../shared/schemas"));

	private Exemples() {
	}

	/**
	 * The folder of the published schemas; without it the test is skipped, and says so.
	 */
	public static Path schemas() {
		assumeTrue(Files.isDirectory(DOSSIER),
				() -> "skipped: no folder " + DOSSIER.toAbsolutePath().normalize() + " (see -Dessais.schemas)");
		return DOSSIER;
	}

	/**
	 * The folder, where it is there: everything is then held to the published schemas
	 * too.
	 */
	public static Optional<Path> dossier() {
		return Optional.of(DOSSIER).filter(Files::isDirectory);
	}

	public static Path bilans2d() {
		return schemas().resolve("sample-bilan-complet.xml");
	}

}
