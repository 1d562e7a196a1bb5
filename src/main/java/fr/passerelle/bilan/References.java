package fr.passerelle.bilan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Watches a document being read and checks that each reference leads to an object of the
 * kind it should: a schema only checks that it leads somewhere (lsu.md a.7).
 */
final class References extends StreamReaderDelegate {

	/** References whose name is not that of the object they lead to. */
	private static final Map<String, String> CIBLES = Map.of("prof-princ", "enseignant", "comp-num-commun",
			"competences-numeriques-commun");

	private static final String LANGUE = "id-lv";

	private final Map<String, String> objets = new HashMap<>();

	private final List<Attente> attentes = new ArrayList<>();

	private final Fautes fautes;

	private String element = "";

	private int ligne;

	References(XMLStreamReader xml, Fautes fautes) {
		super(xml);
		this.fautes = fautes;
	}

	/** The element that was opened last. */
	String element() {
		return this.element;
	}

	int ligne() {
		return this.ligne;
	}

	@Override
	public int next() throws XMLStreamException {
		int evenement = super.next();
		this.ligne = getLocation().getLineNumber();
		if (evenement == START_ELEMENT) {
			ouvrir();
		}
		else if (evenement == END_DOCUMENT) {
			this.attentes.forEach(this::verifier);
		}
		return evenement;
	}

	private void ouvrir() {
		this.element = getLocalName();
		String id = getAttributeValue(null, "id");
		if (id != null) {
			this.objets.putIfAbsent(id, this.element);
		}
		for (int i = 0; i < getAttributeCount(); i++) {
			String attribut = getAttributeLocalName(i);
			String cible = cible(attribut);
			if (cible != null) {
				for (String reference : getAttributeValue(i).strip().split("\\s+")) {
					suivre(new Attente(attribut, cible, reference, this.ligne));
				}
			}
		}
	}

	private static String cible(String attribut) {
		if (attribut.equals(LANGUE)) {
			return "discipline";
		}
		String nom = attribut.replaceFirst("-refs?$", "");
		return nom.equals(attribut) ? null : CIBLES.getOrDefault(nom, nom);
	}

	/** An object nearly always comes before those that name it. */
	private void suivre(Attente attente) {
		if (this.objets.containsKey(attente.reference())) {
			verifier(attente);
		}
		else {
			this.attentes.add(attente);
		}
	}

	private void verifier(Attente attente) {
		String trouve = this.objets.get(attente.reference());
		if (trouve != null && !trouve.equals(attente.cible())) {
			this.fautes.reference(attente.ligne(), attente.attribut(), attente.cible(), trouve);
		}
	}

	/** A reference whose object was not met yet. */
	private record Attente(String attribut, String cible, String reference, int ligne) {
	}

}
