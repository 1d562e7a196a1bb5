package fr.passerelle.enveloppe;

/** The two kinds of document the hub reads. */
public enum Nature {

	/** One XML document, bare or in its archive. */
	XML,
	/** An extraction of ONDE: lines of values separated by semicolons. */
	CSV

}
