package fr.passerelle.canal;

import fr.passerelle.noyau.ReglageFaux;

/** The settings of a channel cannot be used: which one, why. */
public class CanalFaux extends ReglageFaux {

	/**
	 * Says what is wrong.
	 * @param canal its name in the settings
	 * @param phrase what cannot be used and what to do, in French
	 */
	public CanalFaux(String canal, String phrase) {
		super("passerelle.canaux, canal « %s » : %s".formatted(canal, phrase));
	}

}
