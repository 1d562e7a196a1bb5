package fr.passerelle.calendrier;

/**
 * A file of {@code mappings/calendriers/} cannot be used: which one, why. Stops the
 * start.
 */
public class CalendrierFaux extends RuntimeException {

	CalendrierFaux(String fichier, String phrase) {
		super("mappings/calendriers/" + fichier + " : " + phrase);
	}

}
