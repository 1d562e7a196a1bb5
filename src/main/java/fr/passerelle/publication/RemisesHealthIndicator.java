package fr.passerelle.publication;

import java.util.Map;
import java.util.TreeMap;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.noyau.Constat;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says whose server does not have the packages it should. The hub does its work
 * meanwhile: it is impaired, never down.
 */
@Component
class RemisesHealthIndicator implements HealthIndicator {

	static final Status DEGRADE = new Status("DEGRADE", "Un paquet n'est pas remis.");

	private final Remises remises;

	private final Catalogue catalogue;

	RemisesHealthIndicator(Remises remises, Catalogue catalogue) {
		this.remises = remises;
		this.catalogue = catalogue;
	}

	@Override
	public Health health() {
		Map<String, Object> retenus = new TreeMap<>();
		for (Remises.Retenu retenu : this.remises.retenus()) {
			retenus.put(retenu.consommateur() + "/" + retenu.paquet(),
					this.catalogue.texte(Constat.de(retenu.motif())).titre());
		}
		return (retenus.isEmpty() ? Health.up() : Health.status(DEGRADE)).withDetails(retenus).build();
	}

}
