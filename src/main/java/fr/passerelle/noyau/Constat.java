package fr.passerelle.noyau;

import java.util.Map;

/**
 * A reason found in a file or its circumstances: the code of a rule and the values its
 * French text asks for. The text itself is made when somebody reads it (see the
 * catalogue), never where the fault is found.
 *
 * @param code code of the rule, for instance {@code C05}
 * @param valeurs values of the text's variables, never a name, INE or birth date
 */
public record Constat(String code, Map<String, String> valeurs) {

	public Constat {
		valeurs = Map.copyOf(valeurs);
	}

	/** A reason with its values given as name, value, name, value… */
	public static Constat de(String code, String... nomsEtValeurs) {
		Map<String, String> valeurs = new java.util.LinkedHashMap<>();
		for (int i = 0; i < nomsEtValeurs.length; i += 2) {
			valeurs.put(nomsEtValeurs[i], (nomsEtValeurs[i + 1] != null) ? nomsEtValeurs[i + 1] : "?");
		}
		return new Constat(code, valeurs);
	}

}
