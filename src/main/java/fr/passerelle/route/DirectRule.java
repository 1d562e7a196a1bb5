package fr.passerelle.route;

import java.util.List;
import java.util.stream.Stream;

/** A {@code direct:} that is called is the entrance of one route, and of one only. */
class DirectRule implements RouteRule {

	@Override
	public Stream<RouteFault> fautes(RouteSet routes) {
		return routes.corps().stream().flatMap((corps) -> Stream.concat(appels(corps, routes), doubles(corps, routes)));
	}

	private static Stream<RouteFault> appels(RouteBody corps, RouteSet routes) {
		return corps.sorties()
			.filter((sortie) -> estDirect(sortie) && entrees(routes, sortie).isEmpty())
			.map((sortie) -> corps.document()
				.faute(sortie.ou(), "aucune route ne commence par « %s ». Corrigez le nom, ou écrivez la route."
					.formatted(sortie.cible())));
	}

	private static Stream<RouteFault> doubles(RouteBody corps, RouteSet routes) {
		return corps.entree()
			.filter((entree) -> corps.estRoute() && estDirect(entree) && entrees(routes, entree).size() > 1)
			.map((entree) -> corps.document()
				.faute(entree.ou(),
						"« %s » est l'entrée de plusieurs routes : %s. Une seule peut la garder."
							.formatted(entree.cible(), entrees(routes, entree))))
			.stream();
	}

	private static boolean estDirect(RouteUri uri) {
		return uri.schema().equals("direct") && !Placeholder.reste(uri.cible()) && !uri.cible().contains("${");
	}

	private static List<String> entrees(RouteSet routes, RouteUri uri) {
		return routes.corps()
			.stream()
			.filter(RouteBody::estRoute)
			.filter((corps) -> corps.entree().filter((entree) -> entree.cible().equals(uri.cible())).isPresent())
			.map(RouteBody::route)
			.toList();
	}

}
