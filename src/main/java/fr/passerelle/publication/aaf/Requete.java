package fr.passerelle.publication.aaf;

import java.util.List;
import java.util.Map;

/**
 * A request of a file.
 *
 * @param nature what it asks
 * @param operation name of its operational attribute
 * @param valeur value of its operational attribute
 * @param attributs values of each attribute, none for an empty one; of a
 * {@link Nature#MODIFIE} only those that change
 */
record Requete(Nature nature, String operation, String valeur, String id, Map<String, List<String>> attributs) {

	/** What a request asks. */
	enum Nature {

		AJOUTE("addRequest"), MODIFIE("modifyRequest"), SUPPRIME("deleteRequest");

		private final String element;

		Nature(String element) {
			this.element = element;
		}

		String element() {
			return this.element;
		}

	}

}
