package fr.passerelle.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code {variables}} of a text. */
final class Variables {

	private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9_]*)}");

	private Variables() {
	}

	/** The text with its values; one that nobody gave is shown as a question mark. */
	static String remplir(String texte, Map<String, String> valeurs) {
		return VARIABLE.matcher(texte)
			.replaceAll((variable) -> Matcher.quoteReplacement(valeurs.getOrDefault(variable.group(1), "?")));
	}

	static Set<String> de(String... textes) {
		Set<String> noms = new TreeSet<>();
		for (String texte : textes) {
			VARIABLE.matcher(texte).results().forEach((variable) -> noms.add(variable.group(1)));
		}
		return noms;
	}

	/** Whether a brace is left that opens or closes no variable. */
	static boolean malEcrites(String texte) {
		return VARIABLE.matcher(texte).replaceAll("").matches("(?s).*[{}].*");
	}

}
