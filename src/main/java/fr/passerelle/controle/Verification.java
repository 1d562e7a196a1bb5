package fr.passerelle.controle;

/** One thing a document must be to be trusted. */
interface Verification {

	/** Looks at the facts and adds what it finds; the other checks still look. */
	void verifier(Faits faits, Constats constats);

}
