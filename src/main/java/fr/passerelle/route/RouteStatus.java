package fr.passerelle.route;

import java.util.List;

import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of the routes: those that must run, and the edits refused. */
class RouteStatus {

	private static final Logger JOURNAL = LoggerFactory.getLogger(RouteStatus.class);

	private volatile CamelContext camel;

	private volatile List<String> attendues = List.of();

	private volatile List<RouteFault> refusees = List.of();

	void attendre(CamelContext contexte, List<String> routes) {
		this.camel = contexte;
		this.attendues = routes;
	}

	void accepter(List<String> routes) {
		this.attendues = routes;
		this.refusees = List.of();
		JOURNAL.info("Routes modifiées : la nouvelle version est en vigueur ({} routes).", routes.size());
	}

	/** Notes why an edit is refused, and says it in the log once. */
	void refuser(List<RouteFault> fautes) {
		if (!fautes.equals(this.refusees)) {
			fautes.forEach(
					(faute) -> JOURNAL.error("Route refusée, la dernière bonne version reste en vigueur. {}", faute));
		}
		this.refusees = fautes;
	}

	/** The refused edits; empty when what is in the folder is what runs. */
	List<RouteFault> refusees() {
		return this.refusees;
	}

	/** The routes that should run and do not. */
	List<String> arretees() {
		return this.attendues.stream().filter((route) -> !estEnMarche(route)).toList();
	}

	private boolean estEnMarche(String route) {
		var etat = this.camel.getRouteController().getRouteStatus(route);
		return etat != null && etat.isStarted();
	}

}
