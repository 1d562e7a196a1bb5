package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the characters of a text are read. Decoding is strict: a byte that does not fit is
 * an error, never a question mark.
 *
 * @param declare encoding written in the XML declaration, empty without one
 * @param charset the one used
 * @param marque bytes of the order mark, to be skipped
 */
record Encodage(String declare, Charset charset, int marque) {

	private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final Map<String, Charset> CONNUS = Map.of("UTF-8", StandardCharsets.UTF_8, "UTF8",
			StandardCharsets.UTF_8, "UTF-16", StandardCharsets.UTF_8, "US-ASCII", StandardCharsets.US_ASCII, "ASCII",
			StandardCharsets.US_ASCII, "ISO-8859-1", StandardCharsets.ISO_8859_1, "LATIN1", StandardCharsets.ISO_8859_1,
			"ISO-8859-15", LATIN_9, "WINDOWS-1252", WINDOWS, "CP1252", WINDOWS);

	private static final Pattern DECLARATION = Pattern
		.compile("^\\s*<\\?xml\\b[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

	/** The encoding an XML document announces; UTF-8 where it announces nothing. */
	static Encodage annonce(byte[] tete) {
		Bom bom = Bom.de(tete).orElse(null);
		Charset lecture = (bom != null) ? bom.charset() : StandardCharsets.ISO_8859_1;
		int marque = (bom != null) ? bom.longueur() : 0;
		Matcher declaration = DECLARATION.matcher(new String(tete, marque, tete.length - marque, lecture));
		String declare = declaration.find() ? declaration.group(1) : "";
		return new Encodage(declare, (bom != null) ? bom.charset() : connu(declare), marque);
	}

	/** The encoding of a text that cannot announce it, from the bytes seen. */
	static Encodage devine(byte[] tete, OctetsVus vus) {
		int marque = Bom.de(tete).map(Bom::longueur).orElse(0);
		Charset octet = vus.controles() ? WINDOWS : LATIN_9;
		return new Encodage("", vus.utf8() ? StandardCharsets.UTF_8 : octet, marque);
	}

	/**
	 * The encoding the bytes are really in, when the bytes prove the declared one wrong;
	 * otherwise this one. A few bad bytes among good UTF-8 are damage, and prove nothing.
	 */
	Encodage corrige(OctetsVus vus) {
		boolean utf8 = this.charset == StandardCharsets.UTF_8;
		if (!vus.accents() || !(unOctet() || (utf8 && !this.declare.isEmpty()))) {
			return this;
		}
		if (vus.utf8() || (utf8 && vus.suites())) {
			return new Encodage(this.declare, StandardCharsets.UTF_8, this.marque);
		}
		Charset octet = unOctet() ? this.charset : LATIN_9;
		return new Encodage(this.declare, vus.controles() ? WINDOWS : octet, this.marque);
	}

	/** Whether what was declared is not what is read. */
	boolean contredit() {
		return !this.declare.isEmpty() && !this.declare.toUpperCase(Locale.ROOT).startsWith("UTF-16")
				&& connu(this.declare) != this.charset;
	}

	Reader lecteur(InputStream octets) throws IOException {
		octets.skipNBytes(this.marque);
		return new InputStreamReader(octets,
				this.charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT));
	}

	private boolean unOctet() {
		return this.charset == LATIN_9 || this.charset == WINDOWS || this.charset == StandardCharsets.ISO_8859_1;
	}

	private static Charset connu(String declare) {
		Charset connu = declare.isEmpty() ? StandardCharsets.UTF_8 : CONNUS.get(declare.toUpperCase(Locale.ROOT));
		if (connu == null) {
			throw Refus.de(Codes.ENCODAGE, "declare", declare, "ligne", 1);
		}
		return connu;
	}

}
