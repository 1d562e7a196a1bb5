package fr.passerelle.publication.aaf;

import java.util.Comparator;

/**
 * The order of the records of a category: that of numbers, and of codes of one length.
 */
final class Ids {

	static final Comparator<String> ORDRE = Comparator.comparingInt(String::length)
		.thenComparing(Comparator.naturalOrder());

	private Ids() {
	}

}
