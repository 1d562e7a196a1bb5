package fr.passerelle.route;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A header {@code Camel…} steers Camel itself: a route sets one with a constant only,
 * never with what came from outside. A route that takes from outside drops every header
 * before it goes on.
 */
class HeaderRule implements RouteRule {

	private static final Pattern DEHORS = Pattern.compile("sftp:.*|jms:(?:queue:)?/*passerelle\\.depots\\.entree.*");

	@Override
	public Stream<RouteFault> fautes(RouteSet routes) {
		return routes.corps()
			.stream()
			.flatMap((corps) -> Stream.of(enTetes(corps), filtres(corps), dehors(corps)).flatMap(Function.identity()));
	}

	private static Stream<RouteFault> enTetes(RouteBody corps) {
		return Stream
			.concat(corps.mots("setHeader"), corps.mots("headers").flatMap((liste) -> liste.elements().stream()))
			.filter((enTete) -> enTete.texte("name").orElse("").toLowerCase(Locale.ROOT).startsWith("camel"))
			.filter((enTete) -> enTete.champ("constant").isEmpty())
			.map((enTete) -> corps.document()
				.faute(enTete,
						"l'en-tête « %s » commande Camel : il ne reçoit qu'une valeur « constant: ». Utilisez plutôt un paramètre de l'adresse, par exemple fileName."
							.formatted(enTete.texte("name").orElse(""))));
	}

	private static Stream<RouteFault> dehors(RouteBody corps) {
		boolean retires = corps.mots("removeHeaders").anyMatch((mot) -> mot.texte("pattern").orElse("").equals("*"));
		return corps.entree()
			.filter((entree) -> !retires && DEHORS.matcher(entree.cible()).matches())
			.map((entree) -> corps.document()
				.faute(entree.ou(),
						"ce qui vient du dehors garde ses en-têtes. Après l'étape qui prend le fichier, écrivez « - removeHeaders: » avec « pattern: \"*\" »."))
			.stream();
	}

	private static Stream<RouteFault> filtres(RouteBody corps) {
		return corps.uris()
			.filter((uri) -> uri.parametres().containsKey("headerFilterStrategy"))
			.map((uri) -> corps.document()
				.faute(uri.ou(), "headerFilterStrategy est posé par le hub pour toutes les adresses jms. Retirez-le."));
	}

}
