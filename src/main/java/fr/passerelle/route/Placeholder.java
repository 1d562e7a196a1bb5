package fr.passerelle.route;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A <code>{{name}}</code> or <code>{{name:default}}</code> of a route. */
final class Placeholder {

	private static final Pattern FORME = Pattern.compile("\\{\\{\\??([^{}:]+)(?::([^{}]*))?}}");

	private Placeholder() {
	}

	/** Replaces what has a value or a default, and leaves the others as they are. */
	static String remplacer(String texte, UnaryOperator<String> valeurs) {
		return FORME.matcher(texte).replaceAll((trouve) -> Matcher.quoteReplacement(valeur(trouve, valeurs)));
	}

	private static String valeur(MatchResult trouve, UnaryOperator<String> valeurs) {
		String valeur = valeurs.apply(trouve.group(1).strip());
		if (valeur != null) {
			return valeur;
		}
		return (trouve.group(2) != null) ? trouve.group(2) : trouve.group();
	}

	static boolean reste(String texte) {
		return FORME.matcher(texte).find();
	}

}
