package fr.passerelle.enveloppe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises the office documents that are zip files inside: xlsx, ods, docx, odt… */
final class Bureautique {

	/** The central directory of an office document is within its last bytes. */
	private static final int QUEUE = 1 << 16;

	/** Where the name of the first entry starts in a zip file. */
	private static final int PREMIER_NOM = 30;

	private static final Pattern DEBUT = Pattern
		.compile("(\\[Content_Types\\]\\.xml|_rels/|docProps/|xl/|word/|ppt/|mimetypeapplication/).*", Pattern.DOTALL);

	private Bureautique() {
	}

	static Optional<Genre> genre(byte[] tete, Path fichier) throws IOException {
		String debut = new String(tete, StandardCharsets.ISO_8859_1);
		if (debut.length() < PREMIER_NOM || !DEBUT.matcher(debut.substring(PREMIER_NOM)).matches()) {
			return Optional.empty();
		}
		String tout = debut + queue(fichier);
		if (tout.contains("xl/workbook") || tout.contains("opendocument.spreadsheet")) {
			return Optional.of(Genre.TABLEUR);
		}
		boolean texte = tout.contains("word/document") || tout.contains("opendocument.text");
		return Optional.of(texte ? Genre.TEXTE_BUREAUTIQUE : Genre.BUREAUTIQUE);
	}

	private static String queue(Path fichier) throws IOException {
		try (FileChannel canal = FileChannel.open(fichier, StandardOpenOption.READ)) {
			ByteBuffer octets = ByteBuffer.allocate(QUEUE);
			canal.read(octets, Math.max(0, canal.size() - QUEUE));
			return new String(octets.array(), 0, octets.position(), StandardCharsets.ISO_8859_1);
		}
	}

}
