package fr.passerelle.publication.aaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the files of a parcel are named: {@code ENT2D_Complet_20260901_Eleve_0000.xml}.
 *
 * @param debut the prefix that importers do not read
 * @param sorte {@code Complet} or {@code Delta}
 */
record NomDeFichier(String debut, String sorte, LocalDate jour) {

	static final String DTD = "ficAlimMENESR.dtd";

	private static final Pattern FORME = Pattern
		.compile("[A-Za-z0-9-]+_(?:Complet|Delta)_\\d{8}_(?<categorie>[A-Za-z]+)_\\d{4}\\.xml");

	private static final DateTimeFormatter AAAAMMJJ = DateTimeFormatter.ofPattern("uuuuMMdd");

	/** The file of this rank of a category. */
	String de(String categorie, int rang) {
		return "%s_%s_%s_%s_%04d.xml".formatted(this.debut, this.sorte, AAAAMMJJ.format(this.jour), categorie, rang);
	}

	/** The files of a category that lie in a folder, in order. */
	static List<Path> liste(Path dossier, String categorie) {
		return tous(dossier).stream().filter((fichier) -> categorie.equals(categorie(fichier))).toList();
	}

	/** Every file of a folder, in order. */
	static List<Path> tous(Path dossier) {
		try (Stream<Path> fichiers = Files.list(dossier)) {
			return fichiers.sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("listing " + dossier, ex);
		}
	}

	/** The category a file is of, empty when its name says none. */
	static String categorie(Path fichier) {
		var nom = FORME.matcher(fichier.getFileName().toString());
		return nom.matches() ? nom.group("categorie") : "";
	}

}
