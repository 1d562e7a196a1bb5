package fr.passerelle.publication.gar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.passerelle.publication.ArchiveFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What is sent: for each degree one {@code .tar.gz} of its files, and its {@code .md5}
 * (gar.md §1).
 */
final class Emballage {

	private static final Pattern FICHIER = Pattern.compile("(.+_[12]D)_[A-Za-z]+_\\d{4,}\\.xml");

	private Emballage() {
	}

	/** The archive of the second degree first, each followed by its digest. */
	static List<Path> emballer(Path dossier, Path vers) throws IOException {
		Map<String, List<Path>> parDegre = new TreeMap<>(Comparator.reverseOrder());
		try (Stream<Path> fichiers = Files.list(dossier)) {
			for (Path fichier : fichiers.sorted().toList()) {
				Matcher nom = FICHIER.matcher(fichier.getFileName().toString());
				if (nom.matches()) {
					parDegre.computeIfAbsent(nom.group(1), (debut) -> new ArrayList<>()).add(fichier);
				}
			}
		}
		List<Path> faits = new ArrayList<>();
		for (Map.Entry<String, List<Path>> un : parDegre.entrySet()) {
			Path archive = vers.resolve(un.getKey() + ".tar.gz");
			try (OutputStream sortie = Files.newOutputStream(archive)) {
				ArchiveFormat.TGZ.ecrire(dossier, un.getValue(), sortie);
			}
			faits.add(archive);
			faits.add(Files.writeString(vers.resolve(un.getKey() + ".md5"), md5(archive) + "\n"));
		}
		return faits;
	}

	private static String md5(Path archive) throws IOException {
		try (InputStream octets = Files.newInputStream(archive)) {
			return DigestUtils.md5Hex(octets);
		}
	}

}
