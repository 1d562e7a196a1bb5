package fr.passerelle.route;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/**
 * Health of the routes: DOWN when one does not run, DEGRADE (answered with 200) when an
 * edit is refused and the last good version goes on.
 */
class RoutesHealthIndicator implements HealthIndicator {

	static final Status DEGRADE = new Status("DEGRADE", "Une modification de routes/ est refusée.");

	private final RouteStatus etat;

	RoutesHealthIndicator(RouteStatus etat) {
		this.etat = etat;
	}

	@Override
	public Health health() {
		Health.Builder sante = this.etat.refusees().isEmpty() ? Health.up() : Health.status(DEGRADE);
		if (!this.etat.arretees().isEmpty()) {
			sante.down().withDetail("arretees", this.etat.arretees());
		}
		if (!this.etat.refusees().isEmpty()) {
			sante.withDetail("refusees", this.etat.refusees().stream().map(RouteFault::toString).toList());
		}
		return sante.build();
	}

}
