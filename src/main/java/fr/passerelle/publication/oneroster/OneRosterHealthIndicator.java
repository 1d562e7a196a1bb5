package fr.passerelle.publication.oneroster;

import java.util.Map;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says whose REST interface is not of the last state of the directory, because that state
 * is faulty. The hub does its work meanwhile, the consumer reads the last good one.
 */
@Component
class OneRosterHealthIndicator implements HealthIndicator {

	private static final Status DEGRADE = new Status("DEGRADE", "Un consommateur OneRoster lit un état ancien.");

	private final Instantanes instantanes;

	OneRosterHealthIndicator(Instantanes instantanes) {
		this.instantanes = instantanes;
	}

	@Override
	public Health health() {
		Map<String, String> fautes = this.instantanes.fautes();
		return (fautes.isEmpty() ? Health.up() : Health.status(DEGRADE)).withDetails(fautes).build();
	}

}
