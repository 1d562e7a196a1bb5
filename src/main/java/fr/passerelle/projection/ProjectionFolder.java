package fr.passerelle.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder {@code mappings/projections}: every SQL file in it, in order. */
class ProjectionFolder {

	private final Path racine;

	ProjectionFolder(Path racine) {
		this.racine = racine;
	}

	List<Projection> read() {
		List<Projection> projections = files().stream()
			.map((fichier) -> new ProjectionReader(fichier).read())
			.sorted(Comparator.comparingInt(Projection::ordre).thenComparing(Projection::nom))
			.toList();
		checkNames(projections);
		return projections;
	}

	private List<Path> files() {
		if (!Files.isDirectory(this.racine)) {
			throw new IllegalStateException("Le dossier des projections « %s » n'existe pas.".formatted(this.racine));
		}
		try (Stream<Path> fichiers = Files.walk(this.racine, FileVisitOption.FOLLOW_LINKS)) {
			return fichiers.filter((fichier) -> fichier.toString().endsWith(".sql")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void checkNames(List<Projection> projections) {
		Set<String> noms = new HashSet<>();
		for (Projection projection : projections) {
			if (!noms.add(projection.nom())) {
				throw new IllegalStateException("Deux projections s'appellent « %s ».".formatted(projection.nom()));
			}
		}
	}

}
