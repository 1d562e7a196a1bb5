package fr.passerelle.generateur;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of one school. What is written twice is the same to the byte. */
final class Fichiers {

	private final Path dossier;

	private final LocalDateTime date;

	/** Entries of archives are dated with the school's exports, never with the clock. */
	Fichiers(Path dossier, LocalDateTime date) {
		this.date = date;
		try {
			this.dossier = Files.createDirectories(dossier);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("making the folder " + dossier, ex);
		}
	}

	void nu(String nom, Consumer<OutputStream> contenu) {
		ecrire(nom, (sortie) -> contenu.accept(sortie));
	}

	void xml(String nom, boolean aere, Consumer<Document> contenu) {
		nu(nom, (sortie) -> remplir(sortie, aere, contenu));
	}

	/** An archive of one entry. */
	void zip(String nom, String entree, Consumer<Document> contenu) {
		archive(nom, (zip) -> ajouter(zip, entree, (sortie) -> remplir(sortie, false, contenu)));
	}

	void archive(String nom, Consumer<ZipOutputStream> contenu) {
		ecrire(nom, (sortie) -> {
			ZipOutputStream zip = new ZipOutputStream(sortie);
			zip.setLevel(Deflater.BEST_SPEED);
			contenu.accept(zip);
			zip.finish();
		});
	}

	void ajouter(ZipOutputStream zip, String entree, Consumer<OutputStream> contenu) {
		try {
			ZipEntry element = new ZipEntry(entree);
			element.setTimeLocal(this.date);
			zip.putNextEntry(element);
			contenu.accept(zip);
			zip.closeEntry();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing the entry " + entree, ex);
		}
	}

	void copier(String nom, String copie) {
		ecrire(copie, (sortie) -> Files.copy(this.dossier.resolve(nom), sortie));
	}

	static void remplir(OutputStream sortie, boolean aere, Consumer<Document> contenu) {
		try (Document document = new Document(sortie, aere)) {
			contenu.accept(document);
		}
	}

	private void ecrire(String nom, Ecriture contenu) {
		Path chemin = this.dossier.resolve(nom);
		try (OutputStream sortie = new BufferedOutputStream(Files.newOutputStream(chemin), 1 << 16)) {
			contenu.ecrire(sortie);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing " + chemin, ex);
		}
	}

	@FunctionalInterface
	private interface Ecriture {

		void ecrire(OutputStream sortie) throws IOException;

	}

}
