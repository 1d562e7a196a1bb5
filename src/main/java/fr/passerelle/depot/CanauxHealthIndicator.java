package fr.passerelle.depot;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says which servers and addresses do not answer. The hub does its work meanwhile: it is
 * impaired, never down.
 */
@Component
class CanauxHealthIndicator implements HealthIndicator {

	static final Status DEGRADE = new Status("DEGRADE", "Un canal n'est pas relevé.");

	private final ChannelStates etats;

	CanauxHealthIndicator(ChannelStates etats) {
		this.etats = etats;
	}

	@Override
	public Health health() {
		Health.Builder sante = this.etats.pannes().isEmpty() ? Health.up() : Health.status(DEGRADE);
		return sante.withDetails(this.etats.pannes()).build();
	}

}
