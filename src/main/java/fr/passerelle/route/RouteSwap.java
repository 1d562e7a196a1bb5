package fr.passerelle.route;

import java.time.Duration;
import java.util.List;

import org.apache.camel.CamelContext;

/** Replaces the routes in force by those of other files, wholly or not at all. */
class RouteSwap {

	private final RouteConventions conventions;

	private final ScratchContext brouillon;

	private final GracefulStop arret;

	private final LoadedRoutes routes;

	private List<RouteDocument> enVigueur = List.of();

	private boolean incertain;

	RouteSwap(CamelContext camel, Duration attente) {
		this.conventions = RouteConventions.de(camel);
		this.brouillon = new ScratchContext(camel);
		this.arret = new GracefulStop(camel, attente);
		this.routes = new LoadedRoutes(camel);
	}

	/** Puts in force the first files, in a context that is not started yet. */
	List<String> charger(List<RouteFile> fichiers) {
		List<RouteDocument> documents = examiner(fichiers);
		mettre(new RouteChange(List.of(), documents));
		return accepter(documents);
	}

	/** Puts in force what changed, and returns the routes that must run from now on. */
	List<String> remplacer(List<RouteFile> fichiers) {
		List<RouteDocument> documents = examiner(fichiers);
		RouteChange change = this.incertain ? new RouteChange(this.enVigueur, documents)
				: RouteChange.entre(this.enVigueur, documents);
		if (!this.arret.vider(ordre(change))) {
			throw new BusyRoutesException(change.sortants().get(0).nom());
		}
		mettre(change);
		return accepter(documents);
	}

	private List<RouteDocument> examiner(List<RouteFile> fichiers) {
		List<RouteDocument> documents = this.conventions.verifier(fichiers);
		this.brouillon.essayer(documents);
		return documents;
	}

	private List<String> accepter(List<RouteDocument> documents) {
		this.enVigueur = documents;
		this.incertain = false;
		return documents.stream().flatMap((document) -> document.routes().stream()).toList();
	}

	private List<String> ordre(RouteChange change) {
		List<String> sortantes = change.sortants().stream().flatMap((document) -> document.routes().stream()).toList();
		return CallOrder.appelantsDAbord(this.enVigueur).stream().filter(sortantes::contains).toList();
	}

	private void mettre(RouteChange change) {
		try {
			this.routes.remplacer(change);
		}
		catch (Exception ex) {
			var refus = new RefusedRoutesException(CamelRefusal.fichier(this.routes.camel(), ex),
					CamelRefusal.phrase(ex));
			revenir(change.inverse(), ex);
			throw refus;
		}
	}

	private void revenir(RouteChange retour, Exception cause) {
		try {
			this.routes.retirer(retour.entrants());
			this.routes.remplacer(retour);
		}
		catch (Exception ex) {
			this.incertain = true;
			ex.addSuppressed(cause);
			throw new IllegalStateException("going back to the last good routes", ex);
		}
	}

}
