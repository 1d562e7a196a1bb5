package fr.passerelle.enveloppe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * Counts the bytes really given, whatever the headers announce, stops at the limits, and
 * at the end compares with what the archive promised.
 */
final class FluxBorne extends FilterInputStream {

	/** Below, the ratio says nothing: a small file of blanks is harmless. */
	private static final long RATIO_APRES = 1L << 20;

	private final Limites limites;

	private final Promesse promesse;

	private final CRC32 crc = new CRC32();

	private long octets;

	FluxBorne(InputStream flux, Limites limites, Promesse promesse) {
		super(flux);
		this.limites = limites;
		this.promesse = promesse;
	}

	@Override
	public int read() throws IOException {
		byte[] un = new byte[1];
		return (read(un, 0, 1) < 0) ? -1 : un[0] & 0xFF;
	}

	@Override
	public int read(byte[] tampon, int debut, int longueur) throws IOException {
		int lus = lire(tampon, debut, longueur);
		if (lus < 0) {
			tenir();
			return lus;
		}
		this.crc.update(tampon, debut, lus);
		this.octets += lus;
		borner();
		return lus;
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

	private int lire(byte[] tampon, int debut, int longueur) throws IOException {
		try {
			return super.read(tampon, debut, longueur);
		}
		catch (ZipException | java.io.EOFException ex) {
			throw Refus.de(Codes.CRC, "entree", this.promesse.entree());
		}
	}

	private void borner() {
		if (this.octets > this.limites.tailleTotale()) {
			throw Refus.de(Codes.TAILLE, "limite", this.limites.tailleTotale());
		}
		if (this.octets > RATIO_APRES && this.octets / this.limites.ratio() > this.promesse.compresse()) {
			throw Refus.de(Codes.BOMBE, "ratio", this.octets / Math.max(1, this.promesse.compresse()), "limite",
					this.limites.ratio());
		}
	}

	private void tenir() {
		if (!this.promesse.tenue(this.octets, this.crc.getValue())) {
			throw Refus.de(Codes.CRC, "entree", this.promesse.entree());
		}
	}

	/**
	 * What an archive says of an entry; a bare file promises nothing.
	 *
	 * @param entree name of the entry
	 * @param compresse bytes it takes in the archive
	 * @param taille bytes once inflated, -1 when nothing is promised
	 * @param crc their checksum
	 */
	record Promesse(String entree, long compresse, long taille, long crc) {

		static final Promesse AUCUNE = new Promesse("", Long.MAX_VALUE, -1, 0);

		boolean tenue(long octets, long calcule) {
			return this.taille < 0 || (this.taille == octets && this.crc == calcule);
		}

	}

}
