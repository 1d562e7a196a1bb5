package fr.passerelle.publication;

import fr.passerelle.noyau.ReglageFaux;

/** The settings of a consumer say what the hub cannot do. */
public class ConsommateurFaux extends ReglageFaux {

	/**
	 * Says what is wrong.
	 * @param nom of the consumer
	 * @param phrase what cannot be done, in French
	 */
	public ConsommateurFaux(String nom, String phrase) {
		super("passerelle.consommateurs, « " + nom + " » : " + phrase);
	}

}
