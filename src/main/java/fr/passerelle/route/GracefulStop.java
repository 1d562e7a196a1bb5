package fr.passerelle.route;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Closes the entrance of routes and waits until what is inside has left by the old
 * version. Whoever calls meanwhile waits at the entrance for the new one.
 */
record GracefulStop(CamelContext camel, Duration attente) {

	/** Whether everything left in time; if not, the entrances are open again. */
	boolean vider(Collection<String> routes) {
		List<Route> ouvertes = routes.stream().map(this.camel::getRoute).filter(Objects::nonNull).toList();
		long limite = System.nanoTime() + this.attente.toNanos();
		for (Route route : ouvertes) {
			ServiceHelper.suspendService(route.getConsumer());
			if (!attendre(route, limite)) {
				ouvertes.forEach((fermee) -> ServiceHelper.resumeService(fermee.getConsumer()));
				return false;
			}
		}
		return true;
	}

	private boolean attendre(Route route, long limite) {
		while (this.camel.getInflightRepository().size(route.getRouteId()) > 0) {
			if (System.nanoTime() > limite || Thread.currentThread().isInterrupted()) {
				return false;
			}
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}
		return true;
	}

}
