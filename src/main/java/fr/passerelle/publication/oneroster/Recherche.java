package fr.passerelle.publication.oneroster;

import java.util.List;

/**
 * What a consumer looks for.
 *
 * @param cles the lists the objects must be in ({@code student@cls-…}); empty: all
 * @param filtre alternatives, each of conditions that all hold; empty: all
 * @param tri field of one value; null: the order in which they came
 */
public record Recherche(Ressource ressource, List<String> cles, List<List<Condition>> filtre, Champ tri,
		boolean decroissant, int limite, long debut) {

	public Recherche {
		cles = List.copyOf(cles);
		filtre = List.copyOf(filtre);
	}

}
