package fr.passerelle.enveloppe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.stream.XMLStreamReader;

/** Collects what is said in the header: trimmed texts of the leaves, attributes. */
final class EnTete {

	/** The header of the largest known format has some fifteen values. */
	private static final int MAX_VALEURS = 200;

	private static final int MAX_CARACTERES = 1000;

	private final Map<String, String> valeurs = new LinkedHashMap<>();

	private final Deque<String> chemins = new ArrayDeque<>();

	private final StringBuilder texte = new StringBuilder();

	private boolean feuille;

	Map<String, String> valeurs() {
		return this.valeurs;
	}

	void ouvre(XMLStreamReader xml) {
		String chemin = this.chemins.isEmpty() ? xml.getLocalName() : this.chemins.peek() + '/' + xml.getLocalName();
		this.chemins.push(chemin);
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			noter(chemin + '@' + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
		}
		this.texte.setLength(0);
		this.feuille = true;
	}

	void texte(XMLStreamReader xml) {
		int place = Math.min(MAX_CARACTERES - this.texte.length(), xml.getTextLength());
		this.texte.append(xml.getTextCharacters(), xml.getTextStart(), place);
	}

	void ferme() {
		String chemin = this.chemins.pop();
		if (this.feuille) {
			noter(chemin, this.texte.toString());
		}
		this.feuille = false;
	}

	private void noter(String cle, String valeur) {
		String propre = valeur.substring(0, Math.min(MAX_CARACTERES, valeur.length())).strip();
		if (!propre.isEmpty() && this.valeurs.size() < MAX_VALEURS) {
			this.valeurs.putIfAbsent(cle, propre);
		}
	}

}
