package fr.passerelle.route;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The words of Camel that a route does not use, for nothing could check what they do. */
class WordRule implements RouteRule {

	private static final String CALCULEE = "va à une adresse calculée, que rien ne vérifie. Écrivez « to: » et l'adresse.";

	private static final String CODE = "cache du code dans la route. Appelez un bean du hub par une étape « bean: ».";

	private static final Map<String, String> REFUSES = new HashMap<>();

	static {
		Stream.of("enrich", "pollEnrich", "recipientList", "routingSlip", "dynamicRouter")
			.forEach((mot) -> REFUSES.put(mot, CALCULEE));
		Stream.of("process", "script", "beanType", "groovy", "java", "joor").forEach((mot) -> REFUSES.put(mot, CODE));
	}

	@Override
	public Stream<RouteFault> fautes(RouteSet routes) {
		return routes.corps().stream().flatMap(WordRule::refuses);
	}

	private static Stream<RouteFault> refuses(RouteBody corps) {
		return corps.corps()
			.tous()
			.filter((noeud) -> REFUSES.containsKey(noeud.cle()))
			.map((noeud) -> corps.document()
				.faute(noeud, "« %s » %s".formatted(noeud.cle(), REFUSES.get(noeud.cle()))));
	}

}
