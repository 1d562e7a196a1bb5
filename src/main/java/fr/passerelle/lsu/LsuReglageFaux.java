package fr.passerelle.lsu;

import fr.passerelle.noyau.ReglageFaux;

/** A setting of {@code passerelle.lsu} that the hub cannot follow. */
final class LsuReglageFaux extends ReglageFaux {

	LsuReglageFaux(String cle, String valeur, String phrase) {
		super("passerelle.lsu.%s : « %s » n'est pas possible, %s.".formatted(cle, valeur, phrase));
	}

}
