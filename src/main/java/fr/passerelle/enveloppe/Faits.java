package fr.passerelle.enveloppe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one reading of a document tells of it, in the order of the document.
 *
 * @param racine name of the root element
 * @param attributs attributes of the root
 * @param entete texts and attributes of the header
 * @param comptes elements by path
 * @param motifs signs that another program saved it again
 */
record Faits(String racine, Map<String, String> attributs, Map<String, String> entete, Map<String, Long> comptes,
		List<String> motifs) {

	Faits {
		attributs = Collections.unmodifiableMap(new LinkedHashMap<>(attributs));
		entete = Collections.unmodifiableMap(new LinkedHashMap<>(entete));
		comptes = Collections.unmodifiableMap(new LinkedHashMap<>(comptes));
		motifs = List.copyOf(motifs);
	}

}
