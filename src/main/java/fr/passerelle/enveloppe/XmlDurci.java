package fr.passerelle.enveloppe;

import java.io.Reader;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.api.WstxInputProperties;

/**
 * Makes parsers that resolve nothing, fetch nothing and stop at the limits. Only Woodstox
 * knows these limits: any other library found in its place refuses them at start.
 */
final class XmlDurci {

	private static final int MAX_ATTRIBUTS = 256;

	private final XMLInputFactory fabrique = XMLInputFactory.newFactory();

	/**
	 * Makes parsers for one use.
	 * @param entiers whether each text is given whole, as staging needs, or in pieces
	 */
	XmlDurci(Limites limites, boolean entiers) {
		this.fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		this.fabrique.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		this.fabrique.setProperty(XMLInputFactory.IS_VALIDATING, false);
		this.fabrique.setProperty(XMLInputFactory.IS_COALESCING, entiers);
		this.fabrique.setXMLResolver((publicId, systemId, base, espace) -> {
			throw Refus.de(Codes.DTD, "ligne", 1);
		});
		int texte = (int) Math.min(limites.texteXml(), Integer.MAX_VALUE);
		this.fabrique.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, texte);
		this.fabrique.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTS);
		this.fabrique.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limites.profondeurXml() + 1);
		if (entiers) {
			this.fabrique.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, texte);
		}
	}

	XMLStreamReader lecteur(Reader texte) throws XMLStreamException {
		return this.fabrique.createXMLStreamReader(texte);
	}

}
