package fr.passerelle.publication.gar;

import fr.passerelle.noyau.ReglageFaux;

/** The settings of the GAR say what the hub cannot do. */
class GarFaux extends ReglageFaux {

	GarFaux(String phrase) {
		super(phrase);
	}

}
