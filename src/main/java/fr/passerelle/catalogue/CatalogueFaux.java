package fr.passerelle.catalogue;

/**
 * The catalogue contradicts itself or lacks something: the start stops with a sentence.
 */
public class CatalogueFaux extends RuntimeException {

	CatalogueFaux(String source, String phrase) {
		super(source + " : " + phrase);
	}

}
