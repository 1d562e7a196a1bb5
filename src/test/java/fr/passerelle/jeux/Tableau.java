package fr.passerelle.jeux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the hub keeps of a school, one line of text per object. {@code LIGNES}: every row
 * of the référentiel, whole; {@code REFERENTIEL}: the same without the numbers the hub
 * gives, for ONDE; {@code MAGASINS}: the stores LSU and ENT.
 */
enum Tableau {

	LIGNES, REFERENTIEL, MAGASINS;

	/** Name of the expected file. */
	String fichier() {
		return name().toLowerCase(Locale.ROOT) + ".txt";
	}

	String sql() {
		try {
			return Files.readString(Path.of("src/test/resources/jeux", name().toLowerCase(Locale.ROOT) + ".sql"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
