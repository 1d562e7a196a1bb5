package fr.passerelle.enveloppe;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Name of an entry. Nothing is ever written under it, but a name that reaches outside the
 * archive betrays a hostile one.
 *
 * @param texte the name, folders separated by slashes
 */
record NomEntree(String texte) {

	private static final Pattern PERIPHERIQUE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)\\s*(\\..*)?");

	private static final Pattern INTERDITS = Pattern.compile("[\\p{Cntrl}:*?\"<>|]");

	private static final Set<String> DEBRIS = Set.of(".ds_store", "thumbs.db", "desktop.ini");

	/** The name in UTF-8 if its bytes allow it, otherwise in Windows-1252. */
	static NomEntree lire(byte[] octets) {
		String texte;
		try {
			texte = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
		}
		catch (CharacterCodingException ex) {
			texte = new String(octets, Charset.forName("windows-1252"));
		}
		return new NomEntree(texte.replace('\\', '/'));
	}

	boolean hostile() {
		if (this.texte.isEmpty() || this.texte.startsWith("/") || INTERDITS.matcher(this.texte).find()) {
			return true;
		}
		for (String partie : this.texte.split("/")) {
			if (partie.strip().matches("\\.{1,2}") || PERIPHERIQUE.matcher(partie.strip()).matches()) {
				return true;
			}
		}
		return false;
	}

	boolean dansUnDossier() {
		return this.texte.contains("/");
	}

	/** Whether a desktop left this file behind while the archive was made again. */
	boolean debris() {
		String bas = this.texte.toLowerCase(java.util.Locale.ROOT);
		return bas.startsWith("__macosx/") || DEBRIS.contains(bas.substring(bas.lastIndexOf('/') + 1));
	}

}
