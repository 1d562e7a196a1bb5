package fr.passerelle.route;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file opens with one comment line: its number if it has one, its verb, its question.
 */
class FirstLineRule implements RouteRule {

	private static final Pattern NUMERO = Pattern.compile("(?:.*/)?(\\d+)-.*");

	@Override
	public Stream<RouteFault> fautes(RouteSet routes) {
		return routes.documents().stream().filter((document) -> !estBonne(document)).map(FirstLineRule::faute);
	}

	private static boolean estBonne(RouteDocument document) {
		String ligne = document.fichier().texte().lines().findFirst().orElse("");
		return ligne.startsWith("# " + numero(document)) && ligne.stripTrailing().endsWith("?") && ligne.length() > 10;
	}

	private static String numero(RouteDocument document) {
		Matcher numero = NUMERO.matcher(document.nom());
		return numero.matches() ? numero.group(1) + " " : "";
	}

	private static RouteFault faute(RouteDocument document) {
		return new RouteFault(document.nom(), 1,
				"la première ligne doit dire le numéro, le verbe et la question du fichier, par exemple « # %sdéposer : ce fichier est-il entier ? »."
					.formatted(numero(document)));
	}

}
