package fr.passerelle.catalogue;

import fr.passerelle.noyau.ReglageFaux;

/**
 * The catalogue contradicts itself or lacks something: the start stops with a sentence.
 */
class CatalogueFaux extends ReglageFaux {

	CatalogueFaux(String source, String phrase) {
		super(source + " : " + phrase);
	}

}
