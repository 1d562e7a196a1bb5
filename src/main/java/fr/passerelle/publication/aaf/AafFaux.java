package fr.passerelle.publication.aaf;

import fr.passerelle.noyau.ReglageFaux;

/** The settings of a consumer of the feed say what it cannot do. */
class AafFaux extends ReglageFaux {

	AafFaux(String nom, String phrase) {
		super("passerelle.consommateurs, « " + nom + " » : " + phrase);
	}

}
