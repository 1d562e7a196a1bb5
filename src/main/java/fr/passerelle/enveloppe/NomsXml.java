package fr.passerelle.enveloppe;

import java.util.HashSet;
import java.util.Set;

import javax.xml.stream.XMLStreamReader;

/**
 * Bounds the different names of a document: the parser keeps each of them, so endless new
 * names would fill the memory.
 */
final class NomsXml {

	/** The largest known vocabulary, LSU, has some three hundred. */
	private static final int MAX_NOMS = 5000;

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
		if (nom != null && this.noms.add(nom) && this.noms.size() > MAX_NOMS) {
			throw Refus.de(Codes.NOMS, "limite", MAX_NOMS);
		}
	}

}
