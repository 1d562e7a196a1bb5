package fr.passerelle.bilan;

import fr.passerelle.noyau.ReglageFaux;

/** A schema that the settings name is missing, or is none. */
class SchemaFaux extends ReglageFaux {

	SchemaFaux(String phrase) {
		super(phrase);
	}

}
