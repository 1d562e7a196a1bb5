package fr.passerelle.route;

import java.time.Duration;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads {@code routes/} when the hub starts, and again whenever a file of it changes. A
 * wrong edit never takes the place of the last good one.
 */
class RouteLoader implements CamelContextConfiguration {

	private static final Logger JOURNAL = LoggerFactory.getLogger(RouteLoader.class);

	private final RouteFolder dossier;

	private final Duration attente;

	private final RouteStatus etat;

	private RouteSwap echange;

	private boolean demarre;

	private List<RouteFile> lus = List.of();

	private List<RouteFile> examines = List.of();

	RouteLoader(RouteFolder dossier, Duration attente, RouteStatus etat) {
		this.dossier = dossier;
		this.attente = attente;
		this.etat = etat;
	}

	/** Puts the routes in the context about to start, or refuses to start. */
	@Override
	public synchronized void beforeApplicationStart(CamelContext camel) {
		this.echange = new RouteSwap(camel, this.attente);
		this.lus = this.dossier.lire();
		if (this.lus.isEmpty()) {
			throw new RefusedRoutesException(this.dossier.dossier().toString(),
					"aucune route (*.camel.yaml) dans ce dossier : rien ne serait pris. Lancez le hub depuis son dossier, ou donnez passerelle.routes.");
		}
		this.examines = this.lus;
		this.etat.attendre(camel, this.echange.charger(this.lus));
	}

	@Override
	public synchronized void afterApplicationStart(CamelContext camel) {
		this.demarre = true;
		JOURNAL.info("{} fichiers de routes en vigueur.", this.examines.size());
	}

	/** Looks at the folder once; a file is taken when two looks in a row agree. */
	synchronized void relire() {
		if (!this.demarre) {
			return;
		}
		try {
			List<RouteFile> maintenant = this.dossier.lire();
			if (maintenant.equals(this.lus) && !maintenant.equals(this.examines)) {
				appliquer(maintenant);
			}
			this.lus = maintenant;
		}
		catch (RefusedRoutesException ex) {
			this.etat.refuser(ex.fautes());
		}
	}

	private void appliquer(List<RouteFile> fichiers) {
		this.examines = fichiers;
		try {
			this.etat.accepter(this.echange.remplacer(fichiers));
		}
		catch (BusyRoutesException ex) {
			this.examines = List.of();
			throw ex;
		}
	}

}
