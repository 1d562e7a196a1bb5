package fr.passerelle.api;

import java.util.List;

/** The one shape of every list (contract §3). */
record Liste<T>(List<T> elements, long total, int page, int taille) {

	static <T> Liste<T> entiere(List<T> elements) {
		return new Liste<>(elements, elements.size(), 0, elements.size());
	}

}
