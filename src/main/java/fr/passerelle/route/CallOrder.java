package fr.passerelle.route;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Orders routes so that a caller comes before those it calls by {@code direct:}: emptied
 * in this order, none waits for a door already closed.
 */
final class CallOrder {

	private CallOrder() {
	}

	static List<String> appelantsDAbord(List<RouteDocument> documents) {
		List<RouteBody> corps = RouteBody.de(documents, (nom) -> null).filter(RouteBody::estRoute).toList();
		Set<RouteBody> appeles = new LinkedHashSet<>();
		corps.forEach((route) -> descendre(route, corps, appeles, new LinkedHashSet<>()));
		List<String> ordre = new ArrayList<>();
		appeles.forEach((route) -> ordre.add(0, route.route()));
		return ordre;
	}

	private static void descendre(RouteBody route, List<RouteBody> tous, Set<RouteBody> vus, Set<RouteBody> chemin) {
		if (!chemin.add(route)) {
			return;
		}
		tous.stream().filter((autre) -> appelle(route, autre)).forEach((autre) -> descendre(autre, tous, vus, chemin));
		vus.add(route);
	}

	private static boolean appelle(RouteBody route, RouteBody autre) {
		return autre.entree()
			.filter((entree) -> entree.schema().equals("direct"))
			.filter((entree) -> route.sorties().anyMatch((sortie) -> sortie.cible().equals(entree.cible())))
			.isPresent();
	}

}
