package fr.passerelle.noyau;

/**
 * Number of a deposit, made to be read on the phone: digits only, the last one a Luhn
 * check digit, so that one wrong digit is heard at once.
 *
 * @param valeur the number, check digit included
 */
public record NumeroDepot(long valeur) implements Comparable<NumeroDepot> {

	public NumeroDepot {
		if (valeur < 10 || cle(valeur / 10) != valeur % 10) {
			throw new IllegalArgumentException("not a deposit number: " + valeur);
		}
	}

	/** The number of the deposit that is this many-th of the hub. */
	public static NumeroDepot deRang(long rang) {
		return new NumeroDepot(rang * 10 + cle(rang));
	}

	public static NumeroDepot lire(String texte) {
		return new NumeroDepot(Long.parseLong(texte));
	}

	private static long cle(long rang) {
		long somme = 0;
		boolean double_ = true;
		for (long reste = rang; reste > 0; reste /= 10, double_ = !double_) {
			long chiffre = (reste % 10) * (double_ ? 2 : 1);
			somme += (chiffre > 9) ? chiffre - 9 : chiffre;
		}
		return (10 - somme % 10) % 10;
	}

	@Override
	public int compareTo(NumeroDepot autre) {
		return Long.compare(this.valeur, autre.valeur);
	}

	@Override
	public String toString() {
		return Long.toString(this.valeur);
	}

}
