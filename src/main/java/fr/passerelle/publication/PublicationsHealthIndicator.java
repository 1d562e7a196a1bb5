package fr.passerelle.publication;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says whose last package was not valid, hence not published: until the next good one, a
 * consumer goes on with what it had. The hub does its work meanwhile.
 */
@Component
class PublicationsHealthIndicator implements HealthIndicator {

	static final Status DEGRADE = new Status("DEGRADE", "Un paquet n'est pas publié.");

	private final Publications publications;

	PublicationsHealthIndicator(Publications publications) {
		this.publications = publications;
	}

	@Override
	public Health health() {
		Map<String, Object> refuses = new TreeMap<>();
		for (Paquet paquet : this.publications.arretes()) {
			refuses.put(paquet.flux() + "/" + paquet.consommateur() + "/" + paquet.paquet(), paquet.fautes().get(0));
		}
		return (refuses.isEmpty() ? Health.up() : Health.status(DEGRADE)).withDetails(refuses).build();
	}

}
