package fr.passerelle.enveloppe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at the bytes on their way to the parser: what encodings they can be, and that the
 * parser never has to hold one endless tag, name or line.
 */
final class OctetsVus extends FilterInputStream {

	private static final VarHandle HUIT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	/** One in each byte. */
	private static final long UNS = 0x0101010101010101L;

	private final byte borne;

	private final long plusLong;

	private long depuisBorne;

	private int suite;

	private boolean utf8 = true;

	private boolean suites;

	private boolean accents;

	private boolean controles;

	private boolean nuls;

	/**
	 * Looks at these bytes.
	 * @param borne the byte that must come back regularly: a tag or a line end
	 * @param plusLong bytes accepted between two of them
	 */
	OctetsVus(InputStream octets, char borne, long plusLong) {
		super(octets);
		this.borne = (byte) borne;
		this.plusLong = plusLong;
	}

	/** Whether everything seen so far is well-formed UTF-8. */
	boolean utf8() {
		return this.utf8 && this.suite == 0;
	}

	/** Whether at least one letter was seen that only UTF-8 writes so. */
	boolean suites() {
		return this.suites;
	}

	boolean accents() {
		return this.accents;
	}

	/** Whether bytes 80 to 9F were seen: letters in Windows-1252, nothing in ISO-8859. */
	boolean controles() {
		return this.controles;
	}

	boolean nuls() {
		return this.nuls;
	}

	@Override
	public int read() throws IOException {
		byte[] un = new byte[1];
		return (read(un, 0, 1) < 0) ? -1 : un[0] & 0xFF;
	}

	@Override
	public int read(byte[] tampon, int debut, int longueur) throws IOException {
		int lus = super.read(tampon, debut, longueur);
		if (lus > 0) {
			borner(tampon, debut, debut + lus);
			regarder(tampon, debut, debut + lus);
		}
		return lus;
	}

	private void borner(byte[] tampon, int debut, int fin) {
		if (this.depuisBorne + fin - debut > this.plusLong) {
			compter(tampon, debut, fin);
			return;
		}
		// Far from the limit, only the last one of these bytes matters.
		int derniere = fin - 1;
		while (derniere >= debut && tampon[derniere] != this.borne) {
			derniere--;
		}
		this.depuisBorne = (derniere >= debut) ? fin - 1 - derniere : this.depuisBorne + fin - debut;
	}

	private void compter(byte[] tampon, int debut, int fin) {
		for (int i = debut; i < fin; i++) {
			this.depuisBorne = (tampon[i] == this.borne) ? 0 : this.depuisBorne + 1;
			if (this.depuisBorne > this.plusLong) {
				throw Refus.de(Codes.TEXTE, "limite", this.plusLong);
			}
		}
	}

	// Every byte of every document goes through here: plain ones by eight.
	private void regarder(byte[] tampon, int debut, int fin) {
		int i = debut;
		while (i < fin) {
			if (this.suite == 0 && i + Long.BYTES <= fin && ordinaires((long) HUIT.get(tampon, i))) {
				i += Long.BYTES;
			}
			else {
				byte octet = tampon[i++];
				if (octet <= 0 || this.suite > 0) {
					rare(octet);
				}
			}
		}
	}

	/** Whether none of eight bytes is negative or zero; may say no for nothing. */
	private static boolean ordinaires(long huit) {
		return (((huit - UNS) | huit) & (UNS << 7)) == 0;
	}

	@Override
	public long skip(long n) throws IOException {
		byte[] passes = new byte[(int) Math.min(n, 8192)];
		return Math.max(0, read(passes, 0, passes.length));
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	private void rare(byte octet) {
		this.nuls |= octet == 0;
		if (octet < 0 || this.suite > 0) {
			accent(octet);
		}
	}

	private void accent(byte octet) {
		int valeur = octet & 0xFF;
		this.accents |= valeur > 0x7F;
		this.controles |= valeur >= 0x80 && valeur <= 0x9F;
		if (this.suite > 0 && (valeur & 0xC0) == 0x80) {
			this.suite--;
			this.suites |= this.suite == 0;
			return;
		}
		this.utf8 &= this.suite == 0 && valeur > 0x7F;
		this.suite = suiteDe(valeur);
		this.utf8 &= this.suite > 0;
	}

	private static int suiteDe(int premier) {
		if (premier >= 0xC2 && premier <= 0xDF) {
			return 1;
		}
		if (premier >= 0xE0 && premier <= 0xEF) {
			return 2;
		}
		return (premier >= 0xF0 && premier <= 0xF4) ? 3 : 0;
	}

}
