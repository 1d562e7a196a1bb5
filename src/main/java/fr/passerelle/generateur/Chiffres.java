package fr.passerelle.generateur;

/**
 * Numbers of a fixed width, made for every élève: {@code String.format} is too slow
 * there.
 */
final class Chiffres {

	private Chiffres() {
	}

	/** The number on so many digits, zeros before. */
	static String sur(int largeur, long nombre) {
		String chiffres = Long.toString(nombre);
		return "0".repeat(Math.max(0, largeur - chiffres.length())) + chiffres;
	}

}
