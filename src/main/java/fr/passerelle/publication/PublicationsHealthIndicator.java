package fr.passerelle.publication;

import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

import fr.passerelle.catalogue.Catalogue;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says whose last package was not valid, hence not published: until the next good one, a
 * consumer goes on with what it had. Says too when the GAR sees a state older than was
 * promised. The hub does its work meanwhile.
 */
@Component
class PublicationsHealthIndicator implements HealthIndicator {

	static final Status DEGRADE = new Status("DEGRADE", "Un paquet n'est pas publié.");

	private final Publications publications;

	private final Fraicheur fraicheur;

	private final Catalogue catalogue;

	PublicationsHealthIndicator(Publications publications, Fraicheur fraicheur, Catalogue catalogue) {
		this.publications = publications;
		this.fraicheur = fraicheur;
		this.catalogue = catalogue;
	}

	@Override
	public Health health() {
		Map<String, Object> refuses = new TreeMap<>();
		for (Paquet paquet : this.publications.arretes()) {
			refuses.put(paquet.flux() + "/" + paquet.consommateur() + "/" + paquet.paquet(), paquet.fautes().get(0));
		}
		this.fraicheur.retards("gar", null, ZoneId.systemDefault())
			.forEach(
					(consommateur, retard) -> refuses.put("gar/" + consommateur, this.catalogue.texte(retard).titre()));
		return (refuses.isEmpty() ? Health.up() : Health.status(DEGRADE)).withDetails(refuses).build();
	}

}
