package fr.passerelle.depot;

/** Codes of what cannot become a deposit; their texts are in messages/depot.yaml. */
final class Codes {

	static final String FORME = "ENTREE_FORME";

	static final String SANS_NOM = "ENTREE_SANS_NOM";

	static final String VIDE = "ENTREE_VIDE";

	static final String TROP_GRAND = "ENTREE_TROP_GRAND";

	static final String UAI = "ENTREE_UAI";

	private Codes() {
	}

}
