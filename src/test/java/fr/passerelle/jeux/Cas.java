package fr.passerelle.jeux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of the corpus: the files to drop, what is expected of them, and perhaps the
 * moment ({@code instant}) they are dropped at.
 */
record Cas(Path dossier) {

	static final Path JEUX = Path.of("src/test/resources/jeux");

	private static final Pattern INCLUS = Pattern.compile("^-- include: (\\S+)");

	/** The expected file every case has. */
	static final String DEPOTS = "depots.txt";

	static List<Cas> tous() throws IOException {
		try (Stream<Path> dossiers = Files.walk(JEUX, 3)) {
			return dossiers.filter((dossier) -> dossier.endsWith("entree"))
				.map((entree) -> new Cas(entree.getParent()))
				.sorted((un, autre) -> un.toString().compareTo(autre.toString()))
				.toList();
		}
	}

	List<Fichier> fichiers() throws IOException {
		return Fichier.tous(this.dossier.resolve("entree"));
	}

	/**
	 * What a {@code .sql} of the case sets, after those of the file its first line
	 * includes.
	 */
	String reglages(Fichier fichier) throws IOException {
		String sql = new String(fichier.octets(), StandardCharsets.UTF_8);
		Matcher inclus = INCLUS.matcher(sql);
		return inclus.find() ? Files.readString(this.dossier.resolveSibling(inclus.group(1))) + sql : sql;
	}

	/** The expected files by name; empty ones ask to be written. */
	Map<String, String> attendu() throws IOException {
		Map<String, String> textes = new TreeMap<>();
		textes.put(DEPOTS, "");
		Path attendu = this.dossier.resolve("attendu");
		try (Stream<Path> fichiers = Files.list(attendu)) {
			for (Path fichier : fichiers.toList()) {
				textes.put(fichier.getFileName().toString(), Files.readString(fichier));
			}
		}
		return textes;
	}

	Optional<Instant> instant() throws IOException {
		Path instant = this.dossier.resolve("instant");
		return Files.exists(instant) ? Optional.of(Instant.parse(Files.readString(instant).strip())) : Optional.empty();
	}

	@Override
	public String toString() {
		return JEUX.relativize(this.dossier).toString();
	}

}
