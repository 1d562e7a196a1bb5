package fr.passerelle.noyau;

/**
 * Something people edit (routes, mappings, calendars, texts, settings) says what the hub
 * cannot do. The message is a French sentence: which file, what, what to do. At start it
 * is shown instead of a stack trace.
 */
public abstract class ReglageFaux extends RuntimeException {

	protected ReglageFaux(String phrase) {
		super(phrase, null, false, false);
	}

}
