package fr.passerelle.generateur;

/**
 * A class.
 *
 * @param niveau its level
 * @param numero its rank in the level
 * @param ordre its rank in the school
 */
record Division(Niveau niveau, int numero, int ordre) {

	String code() {
		return this.niveau.chiffre + " " + lettres();
	}

	String libelle() {
		return this.niveau.libelle + " " + lettres();
	}

	/** A, B… Z, AA, AB… */
	String lettres() {
		String lettres = "";
		for (int reste = this.numero; reste >= 0; reste = reste / 26 - 1) {
			lettres = (char) ('A' + reste % 26) + lettres;
		}
		return lettres;
	}

}
