package fr.passerelle.depot;

import fr.passerelle.noyau.NumeroDepot;

/**
 * A file that is in the ledger.
 *
 * @param nouvelle whether it has just been entered, and not before an interruption
 */
record Entree(NumeroDepot numero, boolean nouvelle) {

	/** The number of the deposit still to be opened, null when there is none. */
	String aOuvrir() {
		return this.nouvelle ? this.numero.toString() : null;
	}

}
