package fr.passerelle.enveloppe;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the first bytes of a text betray its encoding, with or without a byte order mark.
 */
enum Bom {

	UTF_8(StandardCharsets.UTF_8, 3, 0xEF, 0xBB, 0xBF), UTF_16BE(StandardCharsets.UTF_16BE, 2, 0xFE, 0xFF),
	UTF_16LE(StandardCharsets.UTF_16LE, 2, 0xFF, 0xFE), UTF_16BE_SANS(StandardCharsets.UTF_16BE, 0, 0x00, '<'),
	UTF_16LE_SANS(StandardCharsets.UTF_16LE, 0, '<', 0x00);

	private final Charset charset;

	private final int longueur;

	private final int[] octets;

	Bom(Charset charset, int longueur, int... octets) {
		this.charset = charset;
		this.longueur = longueur;
		this.octets = octets;
	}

	static Optional<Bom> de(byte[] tete) {
		for (Bom bom : values()) {
			if (bom.ouvre(tete)) {
				return Optional.of(bom);
			}
		}
		return Optional.empty();
	}

	Charset charset() {
		return this.charset;
	}

	/** Bytes to skip before the text. */
	int longueur() {
		return this.longueur;
	}

	private boolean ouvre(byte[] tete) {
		for (int i = 0; i < this.octets.length; i++) {
			if (i >= tete.length || (tete[i] & 0xFF) != this.octets[i]) {
				return false;
			}
		}
		return true;
	}

}
