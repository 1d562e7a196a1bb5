package fr.passerelle.route;

/**
 * Why a route file is refused, as the integration team reads it.
 *
 * @param fichier path below {@code routes/}
 * @param ligne line counted from 1, or 0 when the whole file is meant
 * @param texte French sentence: what is wrong and what to do
 */
record RouteFault(String fichier, int ligne, String texte) {

	@Override
	public String toString() {
		return (this.ligne > 0) ? "%s, ligne %d : %s".formatted(this.fichier, this.ligne, this.texte)
				: "%s : %s".formatted(this.fichier, this.texte);
	}

}
