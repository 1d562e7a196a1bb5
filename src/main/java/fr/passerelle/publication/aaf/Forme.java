package fr.passerelle.publication.aaf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import fr.passerelle.mapping.MappingFaux;

/**
 * What an attribute may hold, as {@code -- formes:} says it:
 * {@code ENTEleveClasses 0..1 etablissement$classe}. A token that ends in {@code *} may
 * be there several times or not at all; one that begins with {@code !} declares what
 * others name.
 *
 * @param attribut its name
 * @param min fewest values
 * @param max most values
 * @param jetons what each token of a value is, one for a value that is not compound
 * @param repete whether the last one may be there several times or not at all
 * @param declare whether the first one declares a class or a group of the school
 */
record Forme(String attribut, int min, int max, List<Jeton> jetons, boolean repete, boolean declare) {

	private static final String DOLLAR = "\\$";

	Forme {
		jetons = List.copyOf(jetons);
	}

	static Forme lire(String fichier, String texte) {
		String[] mots = texte.split(" ");
		exiger(mots.length == 3 && mots[1].matches("(\\d+)(\\.\\.(\\d+|n))?"), fichier, texte);
		String[] bornes = mots[1].split("\\.\\.");
		int min = Integer.parseInt(bornes[0]);
		String haut = bornes[bornes.length - 1];
		boolean repete = mots[2].endsWith("*");
		boolean declare = mots[2].startsWith("!");
		List<Jeton> jetons = new ArrayList<>();
		for (String mot : mots[2].replaceAll("^!|\\*$", "").split(DOLLAR)) {
			jetons.add(Arrays.stream(Jeton.values())
				.filter((jeton) -> jeton.mot().equals(mot))
				.findFirst()
				.orElseThrow(() -> new MappingFaux(fichier, "« -- formes: » ne connaît pas le mot « " + mot + " »")));
		}
		return new Forme(mots[0], min, haut.equals("n") ? Integer.MAX_VALUE : Integer.parseInt(haut), jetons, repete,
				declare);
	}

	/** The tokens of a value; a value that is not compound is one, whatever it holds. */
	List<String> couper(String valeur) {
		return (this.jetons.size() == 1) ? List.of(valeur) : List.of(valeur.split(DOLLAR, -1));
	}

	/** Whether a value may have so many tokens. */
	boolean admet(int nombre) {
		return this.repete ? nombre >= this.jetons.size() - 1 : nombre == this.jetons.size();
	}

	/** What the token of this place is. */
	Jeton jeton(int place) {
		return this.jetons.get(Math.min(place, this.jetons.size() - 1));
	}

	private static void exiger(boolean vrai, String fichier, String texte) {
		if (!vrai) {
			throw new MappingFaux(fichier, "« " + texte + " » n'est pas de la forme « Attribut 0..1 mot$mot »");
		}
	}

}
