package fr.passerelle.publication.gar;

import java.util.function.Consumer;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Reads a file once for two: its schema is told every event, the rules its records one by
 * one. Told so, the schema costs half of what it does when it reads by itself: it has the
 * events of a StAX reader copied by a transformer.
 */
final class LectureObjets {

	private static final int OBJET = 2;

	private static final int CHAMP = 3;

	private final XMLStreamReader xml;

	private final ContentHandler schema;

	private final Consumer<Objet> suite;

	private final AttributesImpl attributs = new AttributesImpl();

	private final StringBuilder texte = new StringBuilder();

	private int profondeur;

	private Objet objet;

	private String champ;

	private String dernier = "";

	LectureObjets(XMLStreamReader xml, ContentHandler schema, Consumer<Objet> suite) {
		this.xml = xml;
		this.schema = schema;
		this.suite = suite;
	}

	int ligne() {
		return this.xml.getLocation().getLineNumber();
	}

	/** The element read last. */
	String element() {
		return this.dernier;
	}

	/** Reads to the end. */
	void lire() throws XMLStreamException, SAXException {
		this.schema.startDocument();
		while (this.xml.hasNext()) {
			switch (this.xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> ouvrir(this.xml.getLocalName());
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> continuer();
				case XMLStreamConstants.END_ELEMENT -> fermer(this.xml.getLocalName());
				default -> {
					// comments and the like say nothing
				}
			}
		}
		this.schema.endDocument();
	}

	private void ouvrir(String nom) throws SAXException {
		this.profondeur++;
		this.dernier = nom;
		this.texte.setLength(0);
		if (this.profondeur == OBJET) {
			this.objet = new Objet(nom);
		}
		else if (this.profondeur == CHAMP) {
			this.champ = nom;
		}
		this.attributs.clear();
		for (int rang = 0; rang < this.xml.getAttributeCount(); rang++) {
			String attribut = this.xml.getAttributeLocalName(rang);
			this.attributs.addAttribute(texte(this.xml.getAttributeNamespace(rang)), attribut, attribut, "CDATA",
					this.xml.getAttributeValue(rang));
		}
		this.schema.startElement(texte(this.xml.getNamespaceURI()), nom, nom, this.attributs);
	}

	private void continuer() throws SAXException {
		this.texte.append(this.xml.getTextCharacters(), this.xml.getTextStart(), this.xml.getTextLength());
		this.schema.characters(this.xml.getTextCharacters(), this.xml.getTextStart(), this.xml.getTextLength());
	}

	private void fermer(String nom) throws SAXException {
		this.schema.endElement(texte(this.xml.getNamespaceURI()), nom, nom);
		if (this.profondeur == OBJET) {
			this.suite.accept(this.objet);
		}
		else if (this.profondeur == CHAMP) {
			this.objet.ajouter(nom, this.texte.toString());
		}
		else if (this.profondeur > CHAMP) {
			this.objet.ajouter(this.champ + "/" + nom, this.texte.toString());
		}
		this.texte.setLength(0);
		this.profondeur--;
	}

	private static String texte(String valeur) {
		return (valeur != null) ? valeur : "";
	}

}
