package fr.passerelle.publication.gar;

import java.util.ArrayList;
import java.util.List;

/** A record read again from a file, its values under their place: {@code A/B}. */
final class Objet {

	private final String nom;

	private final List<String> places = new ArrayList<>(12);

	private final List<String> valeurs = new ArrayList<>(12);

	Objet(String nom) {
		this.nom = nom;
	}

	String nom() {
		return this.nom;
	}

	void ajouter(String place, String valeur) {
		this.places.add(place);
		this.valeurs.add(valeur);
	}

	/**
	 * The value at this place, empty when there is none: the schema says that there is.
	 */
	String un(String place) {
		int rang = this.places.indexOf(place);
		return (rang < 0) ? "" : this.valeurs.get(rang);
	}

	List<String> tous(String place) {
		List<String> trouves = new ArrayList<>(2);
		for (int rang = 0; rang < this.places.size(); rang++) {
			if (this.places.get(rang).equals(place)) {
				trouves.add(this.valeurs.get(rang));
			}
		}
		return trouves;
	}

}
