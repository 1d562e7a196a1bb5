package fr.passerelle.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the routes, read whole: templates first, then by name. */
record RouteFolder(Path dossier) {

	private static final Comparator<RouteFile> ORDRE = Comparator.comparing((RouteFile fichier) -> !fichier.estModele())
		.thenComparing(RouteFile::nom);

	List<RouteFile> lire() {
		try (Stream<Path> chemins = Files.walk(this.dossier, FileVisitOption.FOLLOW_LINKS)) {
			return chemins.filter(RouteFolder::estRoute).map(this::lire).sorted(ORDRE).toList();
		}
		catch (IOException | UncheckedIOException ex) {
			throw new RefusedRoutesException(this.dossier.toString(),
					"le dossier des routes est absent ou illisible. Rétablissez-le, ou donnez le bon dossier au réglage passerelle.routes.");
		}
	}

	private static boolean estRoute(Path chemin) {
		String nom = chemin.getFileName().toString();
		return nom.endsWith(".camel.yaml") && !nom.startsWith(".") && Files.isRegularFile(chemin);
	}

	private RouteFile lire(Path chemin) {
		String nom = this.dossier.relativize(chemin).toString().replace('\\', '/');
		try {
			return new RouteFile(nom, Files.readString(chemin));
		}
		catch (IOException ex) {
			throw new RefusedRoutesException(nom,
					"le fichier est illisible. Vérifiez ses droits, et qu'il est enregistré en UTF-8.");
		}
	}

}
