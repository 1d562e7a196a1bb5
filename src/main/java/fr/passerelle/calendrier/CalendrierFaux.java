package fr.passerelle.calendrier;

import fr.passerelle.noyau.ReglageFaux;

/**
 * A file of {@code mappings/calendriers/} cannot be used: which one, why. Stops the
 * start.
 */
class CalendrierFaux extends ReglageFaux {

	CalendrierFaux(String fichier, String phrase) {
		super("mappings/calendriers/" + fichier + " : " + phrase);
	}

}
