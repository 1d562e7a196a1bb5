package fr.passerelle.mapping;

import fr.passerelle.noyau.ReglageFaux;

/**
 * A file of {@code mappings/} says something the hub cannot do: which file, what, what to
 * do.
 */
public class MappingFaux extends ReglageFaux {

	public MappingFaux(String fichier, String phrase) {
		super("mappings/" + fichier + " : " + phrase);
	}

}
