package fr.passerelle.publication;

import fr.passerelle.noyau.ReglageFaux;

/** The settings of a consumer say what the hub cannot do. */
class ConsommateurFaux extends ReglageFaux {

	ConsommateurFaux(String nom, String phrase) {
		super("passerelle.consommateurs, « " + nom + " » : " + phrase);
	}

}
