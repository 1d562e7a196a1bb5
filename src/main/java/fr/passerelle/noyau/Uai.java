package fr.passerelle.noyau;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identity of a school (R030, formerly RNE): seven digits and a key letter, the number
 * modulo 23 over an alphabet without I, O and Q.
 *
 * @param code the eight characters, upper case
 */
public record Uai(String code) implements Comparable<Uai> {

	private static final String CLES = "ABCDEFGHJKLMNPRSTUVWXYZ";

	private static final Pattern FORME = Pattern.compile("\\d{7}[A-HJ-NPR-Z]");

	public Uai {
		if (code == null || !FORME.matcher(code).matches() || code.charAt(7) != cle(code.substring(0, 7))) {
			throw new IllegalArgumentException("not a UAI: " + code);
		}
	}

	/** The UAI made of these seven digits and the key letter they call for. */
	public static Uai deNumero(String septChiffres) {
		return new Uai(septChiffres + cle(septChiffres));
	}

	/** The UAI written in this text, or nothing when its form or its key is wrong. */
	public static Optional<Uai> lire(String texte) {
		try {
			return Optional.of(new Uai(texte));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Département of the school: the first three digits, 720 and 620 for Corsica. */
	public String departement() {
		return this.code.substring(0, 3);
	}

	private static char cle(String septChiffres) {
		return CLES.charAt(Integer.parseInt(septChiffres) % 23);
	}

	@Override
	public int compareTo(Uai autre) {
		return this.code.compareTo(autre.code);
	}

	@Override
	public String toString() {
		return this.code;
	}

}
