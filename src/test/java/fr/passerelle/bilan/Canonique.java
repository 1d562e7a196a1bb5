package fr.passerelle.bilan;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * A document of LSU as what it says, one line per object, so that two documents that say
 * the same are equal. The differences that do not count, and why:
 * <ul>
 * <li>identifiers: the hub gives its own (lsu.md a.5); a reference is written as the
 * object it leads to;</li>
 * <li>the order of the objects of {@code donnees}: nothing depends on it; inside a bilan
 * it counts;</li>
 * <li>who wrote the document, its version, the place of its schema;</li>
 * <li>{@code nom} and {@code prenom} of élèves: the store's, which come from SIECLE or
 * ONDE;</li>
 * <li>a boolean written {@code 1} or {@code true}, and one that says false: it says what
 * its absence says.</li>
 * </ul>
 */
public final class Canonique {

	private static final Set<String> BOOLEENS = Set.of("eleve-non-note", "structure-non-notee", "non-evalue", "legal1",
			"legal2");

	private final Map<String, Element> objets = new HashMap<>();

	private final Map<String, String> lignes = new HashMap<>();

	private Canonique() {
	}

	public static List<String> de(String document) throws Exception {
		DocumentBuilderFactory fabrique = DocumentBuilderFactory.newDefaultInstance();
		fabrique.setNamespaceAware(true);
		Element racine = fabrique.newDocumentBuilder()
			.parse(new InputSource(new StringReader(document)))
			.getDocumentElement();
		Element donnees = enfants(racine).get(1);
		Canonique canonique = new Canonique();
		enfants(donnees).forEach(
				(liste) -> enfants(liste).forEach((objet) -> canonique.objets.put(objet.getAttribute("id"), objet)));
		List<String> lignes = new ArrayList<>();
		enfants(donnees).forEach((liste) -> enfants(liste).forEach((objet) -> lignes.add(canonique.ligne(objet))));
		return lignes.stream().sorted().toList();
	}

	private String ligne(Element element) {
		StringBuilder texte = new StringBuilder(element.getLocalName());
		attributs(element).forEach((nom, valeur) -> texte.append(' ').append(nom).append('=').append(valeur));
		List<Element> enfants = enfants(element);
		if (enfants.isEmpty()) {
			texte.append(" [")
				.append(element.getTextContent().strip().isEmpty() ? "" : element.getTextContent())
				.append(']');
		}
		enfants.forEach((enfant) -> texte.append(" {").append(ligne(enfant)).append('}'));
		return texte.toString();
	}

	private Map<String, String> attributs(Element element) {
		Map<String, String> valeurs = new TreeMap<>();
		for (int i = 0; i < element.getAttributes().getLength(); i++) {
			Node attribut = element.getAttributes().item(i);
			String nom = attribut.getNodeName();
			String valeur = attribut.getNodeValue();
			if (nom.matches(".*-refs?|id-lv")) {
				List<String> cibles = new ArrayList<>();
				for (String reference : valeur.strip().split("\\s+")) {
					cibles.add(cible(reference));
				}
				valeurs.put(nom, cibles.toString());
			}
			else if (BOOLEENS.contains(nom)) {
				if (valeur.matches("1|true")) {
					valeurs.put(nom, "true");
				}
			}
			else if (!nom.equals("id") && !(element.getLocalName().equals("eleve") && nom.matches("nom|prenom"))) {
				valeurs.put(nom, valeur);
			}
		}
		return valeurs;
	}

	private String cible(String reference) {
		if (!this.lignes.containsKey(reference)) {
			this.lignes.put(reference, '<' + ligne(this.objets.get(reference)) + '>');
		}
		return this.lignes.get(reference);
	}

	private static List<Element> enfants(Element element) {
		List<Element> enfants = new ArrayList<>();
		for (Node noeud = element.getFirstChild(); noeud != null; noeud = noeud.getNextSibling()) {
			if (noeud instanceof Element enfant) {
				enfants.add(enfant);
			}
		}
		return enfants;
	}

}
