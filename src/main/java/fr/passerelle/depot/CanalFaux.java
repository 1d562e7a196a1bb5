package fr.passerelle.depot;

import fr.passerelle.noyau.ReglageFaux;

/** The settings of a channel cannot be used: which one, why. */
class CanalFaux extends ReglageFaux {

	CanalFaux(String canal, String phrase) {
		super("passerelle.canaux, canal « %s » : %s".formatted(canal, phrase));
	}

}
