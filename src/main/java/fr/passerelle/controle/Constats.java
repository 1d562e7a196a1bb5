package fr.passerelle.controle;

import java.util.ArrayList;
import java.util.List;

import fr.passerelle.noyau.Constat;

/** What the checks found, in their order. */
final class Constats {

	private final List<Constat> refus = new ArrayList<>();

	private final List<Constat> remarques = new ArrayList<>();

	void refuser(String code, String... valeurs) {
		this.refus.add(Constat.de(code, valeurs));
	}

	void remarquer(String code, String... valeurs) {
		this.remarques.add(Constat.de(code, valeurs));
	}

	void remarquer(List<Constat> autres) {
		this.remarques.addAll(autres);
	}

	List<Constat> refus() {
		return this.refus;
	}

	List<Constat> remarques() {
		return this.remarques;
	}

}
