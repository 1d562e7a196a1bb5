package fr.passerelle.bilan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.passerelle.noyau.Constat;

/**
 * What is wrong in a document, in French and without any of its values: an attribute may
 * be a name. The first ones only: nobody reads more, and the next check starts again.
 */
final class Fautes {

	/** What one page of a report shows. */
	static final int MAX = 10;

	/** Where the validator's message quotes what it speaks of. */
	private static final Pattern CITE = Pattern.compile("'([^']*)'");

	private final List<Constat> constats = new ArrayList<>();

	List<Constat> constats() {
		return List.copyOf(this.constats);
	}

	/**
	 * A fault that the validator found.
	 * @param message what it says, which starts with the key of the rule
	 */
	void structure(int ligne, String element, String message) {
		String cle = message.substring(0, Math.max(0, message.indexOf(':')));
		if (cle.endsWith("-valid") || cle.contains("datatype-valid")) {
			return; // said again, with the place it is at
		}
		switch (cle) {
			case "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.d", "cvc-elt.1.a", "cvc-elt.1" ->
				ajouter("element-inattendu", ligne, element, "");
			case "cvc-complex-type.2.4.b", "cvc-complex-type.2.4.c" -> ajouter("element-manquant", ligne, element, "");
			case "cvc-complex-type.4" -> ajouter("attribut-manquant", ligne, element, cite(message, 0));
			case "cvc-complex-type.3.2.2" -> ajouter("attribut-inattendu", ligne, element, cite(message, 0));
			case "cvc-attribute.3" -> ajouter("valeur", ligne, element, "");
			case "cvc-id.1" -> ajouter("reference", ligne, element, "");
			case "cvc-id.2" -> ajouter("identifiant", ligne, element, "");
			case "cvc-identity-constraint.4.1", "cvc-identity-constraint.4.2.2" ->
				ajouter("repetition", ligne, element, "");
			default -> ajouter("valeur", ligne, element, "");
		}
	}

	void reference(int ligne, String attribut, String attendu, String trouve) {
		if (this.constats.size() < MAX) {
			this.constats.add(Constat.de("E-REFERENCE", "ligne", Integer.toString(ligne), "attribut", attribut,
					"attendu", attendu, "trouve", trouve));
		}
	}

	private void ajouter(String variante, int ligne, String element, String attribut) {
		Constat constat = Constat.de("E-XSD", "variante", variante, "ligne", Integer.toString(ligne), "element",
				element, "attribut", attribut);
		if (this.constats.size() < MAX && !this.constats.contains(constat)) {
			this.constats.add(constat);
		}
	}

	private static String cite(String message, int rang) {
		Matcher cite = CITE.matcher(message);
		for (int i = 0; i <= rang; i++) {
			if (!cite.find()) {
				return "";
			}
		}
		return cite.group(1);
	}

}
