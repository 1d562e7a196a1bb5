package fr.passerelle.jeux;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file of a case, as a school drops it. In the repository XML is readable text: it is
 * given in the encoding it announces, and a folder {@code x.zip/} is given as that
 * archive. Where the bytes themselves are the matter the name ends with {@code .octets},
 * or is that of a true archive.
 *
 * @param dossier the folder of the inbox, null for the inbox itself
 * @param cle its name in the repository, unique in its case
 * @param nom the name it is dropped under: the key without its rank
 */
record Fichier(String dossier, String cle, String nom, byte[] octets) {

	private static final Pattern RANG = Pattern.compile("^(\\d{1,2})-");

	private static final Pattern ANNONCE = Pattern.compile("^<\\?xml [^>]*encoding=\"([^\"]+)\"");

	/** Midnight of the year 2025: the same files make the same archive. */
	private static final java.time.LocalDateTime DATE = java.time.LocalDateTime.of(2025, 1, 1, 0, 0);

	/** The files below this folder, in the order of their names. */
	static List<Fichier> tous(Path entree) throws IOException {
		List<Fichier> fichiers = new ArrayList<>();
		for (Path place : places(entree)) {
			String cle = place.getFileName().toString().replaceFirst("\\.octets$", "");
			String dossier = place.getParent().equals(entree) ? null : place.getParent().getFileName().toString();
			fichiers.add(new Fichier(dossier, cle, RANG.matcher(cle).replaceFirst(""),
					Files.isDirectory(place) ? archive(place) : octets(place)));
		}
		return fichiers;
	}

	/** The rank its name starts with; empty without one. */
	String rang() {
		Matcher rang = RANG.matcher(this.cle);
		return rang.find() ? rang.group(1) : "";
	}

	private static List<Path> places(Path entree) throws IOException {
		try (Stream<Path> places = Files.walk(entree)) {
			return places.filter((place) -> Files.isDirectory(place) ? estArchive(place) : !dansUneArchive(place))
				.sorted(Comparator.comparing((place) -> place.getFileName().toString()))
				.toList();
		}
	}

	private static boolean estArchive(Path dossier) {
		return dossier.toString().endsWith(".zip");
	}

	private static boolean dansUneArchive(Path fichier) {
		return fichier.toString().contains(".zip/");
	}

	private static byte[] archive(Path dossier) throws IOException {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(octets, StandardCharsets.UTF_8);
				Stream<Path> contenu = Files.walk(dossier)) {
			for (Path fichier : contenu.filter(Files::isRegularFile).sorted().toList()) {
				ZipEntry entree = new ZipEntry(dossier.relativize(fichier).toString().replaceFirst("\\.octets$", ""));
				entree.setTimeLocal(DATE);
				zip.putNextEntry(entree);
				zip.write(octets(fichier));
			}
		}
		return octets.toByteArray();
	}

	private static byte[] octets(Path fichier) throws IOException {
		byte[] lus = Files.readAllBytes(fichier);
		if (!fichier.toString().endsWith(".xml")) {
			return lus;
		}
		String texte = new String(lus, StandardCharsets.UTF_8);
		Matcher annonce = ANNONCE.matcher(texte);
		return annonce.find() ? dans(Charset.forName(annonce.group(1)), texte) : lus;
	}

	private static byte[] dans(Charset encodage, String texte) throws IOException {
		ByteBuffer octets = encodage.newEncoder()
			.onUnmappableCharacter(CodingErrorAction.REPORT)
			.encode(CharBuffer.wrap(texte));
		byte[] tous = new byte[octets.remaining()];
		octets.get(tous);
		return tous;
	}

}
