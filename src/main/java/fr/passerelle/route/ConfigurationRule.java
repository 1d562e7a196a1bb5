package fr.passerelle.route;

import java.util.List;
import java.util.stream.Stream;

/** A {@code routeConfigurationId} names a routeConfiguration that exists. */
class ConfigurationRule implements RouteRule {

	@Override
	public Stream<RouteFault> fautes(RouteSet routes) {
		List<String> connues = routes.documents()
			.stream()
			.flatMap((document) -> document.declarations("routeConfiguration"))
			.flatMap((configuration) -> configuration.texte("id").stream())
			.toList();
		return routes.corps().stream().flatMap((corps) -> inconnues(corps, connues));
	}

	private static Stream<RouteFault> inconnues(RouteBody corps, List<String> connues) {
		return corps.mots("routeConfigurationId")
			.filter((mot) -> !connues.contains(corps.resoudre(mot.texte().orElse(""))))
			.map((mot) -> corps.document()
				.faute(mot,
						"la routeConfiguration « %s » n'existe pas : les erreurs de cette route ne seraient pas reprises. Connues : %s."
							.formatted(mot.texte().orElse(""), connues)));
	}

}
