package fr.passerelle.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * The generated files that have a mapping, by school, and the same unzipped for the
 * floor.
 */
record Lot(List<Path> fichiers) {

	static Lot de(Path dossier) throws IOException {
		try (Stream<Path> chemins = Files.walk(dossier)) {
			return new Lot(chemins.filter(Files::isRegularFile)
				.filter((fichier) -> Flux.de(fichier.getFileName().toString()).isPresent())
				.sorted()
				.toList());
		}
	}

	/** The files of each school, the schools in order. */
	List<Lot> parEtablissement() {
		return this.fichiers.stream()
			.map(Path::getParent)
			.distinct()
			.map((ecole) -> new Lot(
					this.fichiers.stream().filter((fichier) -> fichier.getParent().equals(ecole)).toList()))
			.toList();
	}

	/** The documents out of their archives, in this folder. */
	List<Path> deplies(Path cible) throws IOException {
		List<Path> documents = new ArrayList<>();
		for (Path fichier : this.fichiers) {
			Path document = cible.resolve(fichier.getParent().getFileName() + "-" + fichier.getFileName() + ".xml");
			Files.createDirectories(cible);
			deplier(fichier, document);
			documents.add(document);
		}
		return documents;
	}

	private static void deplier(Path fichier, Path document) throws IOException {
		try (InputStream octets = Files.newInputStream(fichier)) {
			if (!fichier.toString().endsWith(".zip")) {
				Files.copy(octets, document, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
				return;
			}
			try (ZipInputStream zip = new ZipInputStream(octets)) {
				zip.getNextEntry();
				Files.copy(zip, document, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

}
