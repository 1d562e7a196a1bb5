package fr.passerelle.enveloppe;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises files by their first bytes. */
final class Signatures {

	/** Enough for the tar mark, at 257, and for a page that opens with comments. */
	static final int TETE = 1024;

	private static final Map<String, Genre> DEBUTS = debuts();

	/** What may come before the first element of a page. */
	private static final Pattern AVANT = Pattern.compile("(?s)(<!--.*?-->|<\\?xml.*?\\?>)\\s*");

	private static final Pattern HTML = Pattern.compile("(?s)<(!doctype\\s+html|html|head|body)\\b.*");

	private Signatures() {
	}

	static boolean estZip(byte[] tete) {
		return commence(tete, "504b0304") || commence(tete, "504b0506") || commence(tete, "504b0708");
	}

	/** The foreign kind these first bytes announce, a zip or a text being none. */
	static Optional<Genre> genre(byte[] tete) {
		for (Map.Entry<String, Genre> debut : DEBUTS.entrySet()) {
			if (commence(tete, debut.getKey())) {
				return Optional.of(debut.getValue());
			}
		}
		if (tete.length > 262 && new String(tete, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
			return Optional.of(Genre.TAR);
		}
		return estHtml(tete) ? Optional.of(Genre.HTML) : Optional.empty();
	}

	static boolean estArchive(byte[] tete) {
		return estZip(tete) || genre(tete).filter(Genre::estArchive).isPresent();
	}

	/** Whether the first character, after marks and blanks, opens a tag. */
	static boolean estXml(byte[] tete) {
		int i = Bom.de(tete).map(Bom::longueur).orElse(0);
		while (i < tete.length && (tete[i] <= ' ' && tete[i] >= 0)) {
			i++;
		}
		return i < tete.length && tete[i] == '<';
	}

	private static boolean estHtml(byte[] tete) {
		int debut = Bom.de(tete).map(Bom::longueur).orElse(0);
		String texte = new String(tete, debut, tete.length - debut, StandardCharsets.ISO_8859_1).strip();
		for (Matcher avant = AVANT.matcher(texte); avant.lookingAt(); avant = AVANT.matcher(texte)) {
			texte = texte.substring(avant.end());
		}
		return HTML.matcher(texte.toLowerCase(Locale.ROOT)).matches();
	}

	private static boolean commence(byte[] tete, String hexa) {
		byte[] debut = HexFormat.of().parseHex(hexa);
		return tete.length >= debut.length && java.util.Arrays.equals(tete, 0, debut.length, debut, 0, debut.length);
	}

	private static Map<String, Genre> debuts() {
		Map<String, Genre> debuts = new LinkedHashMap<>();
		debuts.put("255044462d", Genre.PDF);
		debuts.put("526172211a07", Genre.RAR);
		debuts.put("377abcaf271c", Genre.SEPT_ZIP);
		debuts.put("1f8b", Genre.GZIP);
		debuts.put("425a68", Genre.BZIP2);
		debuts.put("fd377a585a00", Genre.XZ);
		debuts.put("d0cf11e0a1b11ae1", Genre.BUREAUTIQUE_ANCIEN);
		debuts.put("ffd8ff", Genre.IMAGE);
		debuts.put("89504e470d0a1a0a", Genre.IMAGE);
		debuts.put("47494638", Genre.IMAGE);
		return debuts;
	}

}
