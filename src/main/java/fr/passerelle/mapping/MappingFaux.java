package fr.passerelle.mapping;

/**
 * A file of {@code mappings/} says something the hub cannot do: which file, what, what to
 * do.
 */
public class MappingFaux extends RuntimeException {

	public MappingFaux(String fichier, String phrase) {
		super("mappings/" + fichier + " : " + phrase);
	}

}
