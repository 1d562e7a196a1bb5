package fr.passerelle.generateur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the tests of this package share. */
final class Dossiers {

	private Dossiers() {
	}

	/** An académie told to live in November 2026. */
	static Reglages reglages(int etablissements, int eleves) {
		return Reglages.de(etablissements, eleves, 7,
				Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC));
	}

	/** Every file below a folder, with the hash of its bytes. */
	static Map<String, String> empreintes(Path dossier) {
		Map<String, String> empreintes = new TreeMap<>();
		try (Stream<Path> fichiers = Files.walk(dossier)) {
			fichiers.filter(Files::isRegularFile)
				.forEach((fichier) -> empreintes.put(dossier.relativize(fichier).toString(), empreinte(fichier)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return empreintes;
	}

	/** The one file of a folder whose name begins so. */
	static Path fichier(Path dossier, String debut) {
		try (Stream<Path> fichiers = Files.list(dossier)) {
			return fichiers.filter((fichier) -> fichier.getFileName().toString().startsWith(debut))
				.findFirst()
				.orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String empreinte(Path fichier) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(fichier)));
		}
		catch (IOException | NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
