package fr.passerelle.bilan;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import fr.passerelle.bilan.document.Objet;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.referentiel.LectureObjets;
import fr.passerelle.source.Lignes;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;

import org.springframework.stereotype.Component;

/**
 * Reads a document one object at a time: memory holds one bilan, whatever the size of the
 * file. Each object becomes one row of staging, as JSON.
 */
@Component
class LectureBilans implements LectureObjets {

	/** Below lsun-bilans, donnees and the list of its kind. */
	private static final int PROFONDEUR = 4;

	private final Formes formes;

	LectureBilans(Formes formes) {
		this.formes = formes;
	}

	@Override
	public String flux() {
		return InspectionBilans.FLUX;
	}

	@Override
	public void lire(XMLStreamReader xml, SourceMapping mapping, Lignes lignes) throws XMLStreamException {
		TableMapping table = mapping.tables().get(0);
		Unmarshaller lecteur = this.formes.lecteur();
		int profondeur = 0;
		long rang = 0;
		while (xml.getEventType() != XMLStreamReader.END_DOCUMENT) {
			if (xml.isStartElement() && profondeur == PROFONDEUR - 1) {
				Objet objet = Objet.de(xml.getLocalName());
				int ligne = xml.getLocation().getLineNumber();
				lignes.ligne(table, valeurs(objet, lire(lecteur, xml, objet)), ++rang, ligne);
				continue; // the reader already stands after the object
			}
			if (xml.isStartElement() && profondeur == 0) {
				lignes.ligne(table, new String[] { xml.getLocalName(), version(xml) }, ++rang,
						xml.getLocation().getLineNumber());
			}
			profondeur += xml.isStartElement() ? 1 : xml.isEndElement() ? -1 : 0;
			xml.next();
		}
	}

	private static String version(XMLStreamReader xml) {
		String version = xml.getAttributeValue(null, "schemaVersion");
		return "{\"version\": \"" + ((version != null) ? version.replaceAll("[^0-9.]", "") : "") + "\"}";
	}

	private String[] valeurs(Objet objet, Object valeur) {
		return new String[] { objet.element(), this.formes.json(valeur) };
	}

	private static Object lire(Unmarshaller lecteur, XMLStreamReader xml, Objet objet) throws XMLStreamException {
		try {
			return lecteur.unmarshal(xml, objet.type()).getValue();
		}
		catch (JAXBException ex) {
			if (ex.getLinkedException() instanceof XMLStreamException faute) {
				throw faute;
			}
			throw new IllegalStateException("reading <" + objet.element() + ">", ex);
		}
	}

}
