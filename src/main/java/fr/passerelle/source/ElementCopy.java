package fr.passerelle.source;

import javax.xml.stream.XMLStreamReader;

/** One element written again as it is read, with all it holds. */
final class ElementCopy {

	/** A block that nobody documents is kept to be looked at, not to fill the heap. */
	private static final int MAX_LONGUEUR = 1_000_000;

	private final StringBuilder xml = new StringBuilder();

	private int profondeur;

	private boolean vide = true;

	void ouvrir(XMLStreamReader lecteur) {
		this.vide &= this.profondeur == 0 && lecteur.getAttributeCount() == 0;
		this.profondeur++;
		ajouter("<" + lecteur.getLocalName());
		for (int i = 0; i < lecteur.getAttributeCount(); i++) {
			ajouter(" " + lecteur.getAttributeLocalName(i) + "=\"" + echapper(lecteur.getAttributeValue(i)) + "\"");
		}
		ajouter(">");
	}

	void texte(String texte) {
		this.vide &= texte.isBlank();
		ajouter(echapper(texte));
	}

	/** Whether this end is that of the element itself. */
	boolean fermer(XMLStreamReader lecteur) {
		ajouter("</" + lecteur.getLocalName() + ">");
		this.profondeur--;
		return this.profondeur == 0;
	}

	/** The element; nothing when it held nothing, or too much. */
	String contenu() {
		return (this.vide || tropLongue()) ? "" : this.xml.toString();
	}

	boolean tropLongue() {
		return this.xml.length() >= MAX_LONGUEUR;
	}

	private void ajouter(String morceau) {
		if (!tropLongue()) {
			this.xml.append(morceau);
		}
	}

	private static String echapper(String texte) {
		return texte.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
