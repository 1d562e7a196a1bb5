package fr.passerelle.journal;

import fr.passerelle.noyau.NumeroDepot;

/**
 * A deposit was asked to move where its state does not lead: somebody else moved it
 * first.
 */
public class TransitionRefusee extends RuntimeException {

	TransitionRefusee(NumeroDepot numero, Etat de, Etat vers) {
		super("deposit " + numero + " cannot go from " + de.code() + " to " + vers.code());
	}

}
