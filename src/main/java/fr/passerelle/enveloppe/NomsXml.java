package fr.passerelle.enveloppe;

import java.util.HashSet;
import java.util.Set;

import javax.xml.stream.XMLStreamReader;

/**
 * Bounds the different names of a document, and their length: the parser keeps each of
 * them, so endless new names would fill the memory.
 */
final class NomsXml {

	/** The largest known vocabulary, LSU, has some three hundred. */
	private static final int MAX_NOMS = 5000;

	/** Namespaces are the longest of them, some fifty characters. */
	private static final int MAX_LONGUEUR = 1000;

	private final Set<String> noms = new HashSet<>();

	void voir(XMLStreamReader xml) {
		voir(xml.getLocalName());
		voir(xml.getPrefix());
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			voir(xml.getAttributeLocalName(i));
			voir(xml.getAttributePrefix(i));
		}
		for (int i = 0; i < xml.getNamespaceCount(); i++) {
			voir(xml.getNamespacePrefix(i));
			voir(xml.getNamespaceURI(i));
		}
	}

	private void voir(String nom) {
		if (nom == null || !this.noms.add(nom)) {
			return;
		}
		if (this.noms.size() > MAX_NOMS || nom.length() > MAX_LONGUEUR) {
			throw Refus.de(Codes.NOMS, "limite", MAX_NOMS);
		}
	}

}
