package fr.passerelle.canal;

/**
 * Files could not all be put on a server; which ones were is not known. What the server
 * said is not kept: it may name hosts and accounts.
 */
public class EnvoiEchoue extends Exception {

	private final Raison raison;

	EnvoiEchoue(Raison raison) {
		super(raison.name(), null, false, false);
		this.raison = raison;
	}

	public Raison raison() {
		return this.raison;
	}

	/** Why, as far as whoever runs the hub can act upon it. */
	public enum Raison {

		/** Nobody answers at its address. */
		INJOIGNABLE,

		/** It shows a key that is not the known one. */
		CLE_DU_SERVEUR,

		/** It does not take our account. */
		COMPTE,

		/** It answers, and does not take the files: folder, rights, room. */
		REFUS,

		/** The line was cut. */
		COUPURE,

		/** It was not done in the time allowed. */
		LENTEUR

	}

}
