package fr.passerelle.publication.aaf;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes on their way to a parser, watched for a numeric character reference. */
final class Octets extends FilterInputStream {

	private int avant;

	private boolean reference;

	Octets(InputStream octets) {
		super(octets);
	}

	/** Whether {@code &#} went by. */
	boolean reference() {
		return this.reference;
	}

	@Override
	public int read() throws IOException {
		int octet = super.read();
		voir(octet);
		return octet;
	}

	@Override
	public int read(byte[] tampon, int debut, int longueur) throws IOException {
		int lus = super.read(tampon, debut, longueur);
		for (int i = debut; i < debut + lus; i++) {
			voir(tampon[i]);
		}
		return lus;
	}

	private void voir(int octet) {
		this.reference |= octet == '#' && this.avant == '&';
		this.avant = octet;
	}

}
