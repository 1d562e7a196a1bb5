package fr.passerelle.publication.gar;

import java.util.function.Consumer;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Gives the records of a file one by one while something else (the validator) reads it.
 */
final class LectureObjets extends StreamReaderDelegate {

	private static final int OBJET = 2;

	private static final int CHAMP = 3;

	private final Consumer<Objet> suite;

	private final StringBuilder texte = new StringBuilder();

	private int profondeur;

	private Objet objet;

	private String champ;

	private String dernier = "";

	LectureObjets(XMLStreamReader xml, Consumer<Objet> suite) {
		super(xml);
		this.suite = suite;
	}

	int ligne() {
		return getLocation().getLineNumber();
	}

	/** The element read last. */
	String element() {
		return this.dernier;
	}

	@Override
	public int next() throws XMLStreamException {
		int evenement = super.next();
		switch (evenement) {
			case XMLStreamConstants.START_ELEMENT -> ouvrir(getLocalName());
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> this.texte.append(getText());
			case XMLStreamConstants.END_ELEMENT -> fermer(getLocalName());
			default -> {
				// comments and the like say nothing
			}
		}
		return evenement;
	}

	private void ouvrir(String nom) {
		this.profondeur++;
		this.dernier = nom;
		this.texte.setLength(0);
		if (this.profondeur == OBJET) {
			this.objet = new Objet(nom);
		}
		else if (this.profondeur == CHAMP) {
			this.champ = nom;
		}
	}

	private void fermer(String nom) {
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

}
