package fr.passerelle.depot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the bytes of a file say of its end. */
enum Wholeness {

	/** The central directory of the archive, or the closing tag of the root, is there. */
	WHOLE,
	/** It is an archive or an XML document, and its end is not there. */
	CUT,
	/** Nothing in such a file tells its end. */
	SILENT;

	/** The longest comment a ZIP may end with, and its last record. */
	private static final int FIN_ZIP = 65_557;

	private static final int FIN_XML = 4_096;

	private static final Pattern RACINE = Pattern.compile("<([A-Za-z_][\\w.:-]*)");

	private static final Pattern COMMENTAIRE = Pattern.compile("(?s)<!--.*?-->");

	static Wholeness of(Path fichier) throws IOException {
		try (RandomAccessFile octets = new RandomAccessFile(fichier.toFile(), "r")) {
			String debut = lire(octets, 0, FIN_XML);
			if (debut.startsWith("PK")) {
				return lire(octets, octets.length() - FIN_ZIP, FIN_ZIP).contains("PK\5\6") ? WHOLE : CUT;
			}
			String texte = debut.startsWith("\u00ef\u00bb\u00bf") ? debut.substring(3) : debut;
			return texte.stripLeading().startsWith("<") ? xml(texte, lire(octets, octets.length() - FIN_XML, FIN_XML))
					: SILENT;
		}
	}

	private static Wholeness xml(String debut, String fin) {
		String sansCommentaires = COMMENTAIRE.matcher(debut).replaceAll("");
		Matcher racine = RACINE.matcher(sansCommentaires);
		if (!racine.find()) {
			return CUT;
		}
		String fermeture = "</" + racine.group(1);
		int place = fin.lastIndexOf(fermeture);
		boolean vide = sansCommentaires.stripTrailing().endsWith("/>")
				&& sansCommentaires.indexOf('<', racine.end()) < 0;
		return vide || (place >= 0 && fin.indexOf('>', place) > 0) ? WHOLE : CUT;
	}

	private static String lire(RandomAccessFile octets, long depuis, int nombre) throws IOException {
		octets.seek(Math.max(0, depuis));
		byte[] lus = new byte[(int) Math.min(nombre, octets.length() - octets.getFilePointer())];
		octets.readFully(lus);
		return new String(lus, StandardCharsets.ISO_8859_1);
	}

}
