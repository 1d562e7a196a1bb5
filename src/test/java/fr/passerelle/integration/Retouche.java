package fr.passerelle.integration;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The same archive with other words in it, under the same name in a folder beside. */
public final class Retouche {

	private static final Charset LATIN = Charset.forName("ISO-8859-15");

	private Retouche() {
	}

	/** Writes the archive again, its one document rewritten. */
	public static Path archive(Path archive, UnaryOperator<String> texte) {
		try (ZipFile avant = new ZipFile(archive.toFile())) {
			Path apres = Files.createTempDirectory(archive.getParent(), "retouche").resolve(archive.getFileName());
			ZipEntry entree = avant.entries().nextElement();
			String contenu = new String(avant.getInputStream(entree).readAllBytes(), LATIN);
			try (OutputStream octets = Files.newOutputStream(apres);
					ZipOutputStream zip = new ZipOutputStream(octets)) {
				zip.setLevel(1);
				zip.putNextEntry(new ZipEntry(entree.getName()));
				zip.write(texte.apply(contenu).getBytes(LATIN));
			}
			return apres;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes a bare document again. */
	static Path document(Path document, UnaryOperator<String> texte) {
		try {
			Path apres = Files.createTempDirectory(document.getParent(), "retouche").resolve(document.getFileName());
			return Files.write(apres, texte.apply(Files.readString(document, LATIN)).getBytes(LATIN));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The same content in other bytes. */
	static Path autrementCompressee(Path archive) {
		return archive(archive, UnaryOperator.identity());
	}

	/** Removes the first élèves of a document, so many of them. */
	public static UnaryOperator<String> sansPremiersEleves(int nombre) {
		return (texte) -> {
			String reste = texte;
			for (int i = 0; i < nombre; i++) {
				reste = reste.replaceFirst("(?s)<ELEVE[ >].*?</ELEVE>\\s*", "");
			}
			return reste;
		};
	}

}
