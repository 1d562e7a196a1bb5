package fr.passerelle.route;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * A header {@code Camel…} steers Camel itself: a route sets one with a constant only,
 * never with what came from outside.
 */
class HeaderRule implements RouteRule {

	@Override
	public Stream<RouteFault> fautes(RouteSet routes) {
		return routes.corps().stream().flatMap((corps) -> Stream.concat(enTetes(corps), filtres(corps)));
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

	private static Stream<RouteFault> filtres(RouteBody corps) {
		return corps.uris()
			.filter((uri) -> uri.parametres().containsKey("headerFilterStrategy"))
			.map((uri) -> corps.document()
				.faute(uri.ou(), "headerFilterStrategy est posé par le hub pour toutes les adresses jms. Retirez-le."));
	}

}
