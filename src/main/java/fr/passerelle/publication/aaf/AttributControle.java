package fr.passerelle.publication.aaf;

import java.util.HashSet;
import java.util.List;

/** Judges the values of one attribute of one record. */
record AttributControle(EnregistrementControle ou, Forme forme, String id) {

	void verifier(List<String> valeurs) {
		exiger(valeurs.size() >= this.forme.min() && valeurs.size() <= this.forme.max(), "AAF_NOMBRE");
		exiger(valeurs.size() < 2 || new HashSet<>(valeurs).size() == valeurs.size(), "AAF_REPETITION");
		valeurs.forEach(this::verifier);
	}

	private void verifier(String valeur) {
		List<String> jetons = this.forme.couper(valeur);
		if (!this.forme.admet(jetons.size())) {
			exiger(false, "AAF_JETONS");
			return;
		}
		String etablissement = (this.forme.jeton(0) == Jeton.ETABLISSEMENT) ? jetons.get(0) : this.id;
		for (int place = 0; place < jetons.size(); place++) {
			verifier(this.forme.jeton(place), jetons.get(place), etablissement, place == 0 && this.forme.declare());
		}
	}

	private void verifier(Jeton jeton, String valeur, String etablissement, boolean declare) {
		if (!jeton.accepte(valeur)) {
			exiger(false, (jeton == Jeton.UAI) ? "AAF_UAI" : "AAF_VALEUR");
		}
		else if (declare) {
			exiger(this.ou.annuaire().declarer(jeton, valeur, etablissement), "AAF_REPETITION");
		}
		else if (jeton.estUneReference()) {
			exiger(this.ou.annuaire().connait(jeton, valeur, etablissement), "AAF_REFERENCE");
		}
	}

	private void exiger(boolean vrai, String code) {
		this.ou.exiger(vrai, code, this.id, this.forme.attribut());
	}

}
