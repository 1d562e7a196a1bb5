package fr.passerelle.commande;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.boot.system.ApplicationHome;

/**
 * Where {@code mappings/} is: the home that was named, the working folder, beside the jar
 * or above it.
 */
final class Maison {

	private Maison() {
	}

	static Path mappings(String nommee) {
		if (nommee != null) {
			return Path.of(nommee, "mappings");
		}
		return Stream.of(System.getProperty("passerelle.home"), System.getenv("PASSERELLE_HOME"), "", jar(1), jar(2))
			.filter(Objects::nonNull)
			.map((dossier) -> Path.of(dossier, "mappings"))
			.filter((mappings) -> Files.isDirectory(mappings.resolve("sources")))
			.findFirst()
			.orElse(Path.of("mappings"));
	}

	private static String jar(int niveaux) {
		File dossier = new ApplicationHome(Maison.class).getSource();
		for (int i = 0; i < niveaux && dossier != null; i++) {
			dossier = dossier.getParentFile();
		}
		return (dossier != null) ? dossier.getPath() : null;
	}

}
