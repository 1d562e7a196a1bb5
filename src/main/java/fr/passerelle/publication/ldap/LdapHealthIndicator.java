package fr.passerelle.publication.ldap;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says which servers do not follow: away, entries refused or held back. The hub does its
 * work meanwhile.
 */
@Component
class LdapHealthIndicator implements HealthIndicator {

	private static final Status DEGRADE = new Status("DEGRADE", "Un annuaire LDAP ne suit pas.");

	private final Abonnes abonnes;

	private final Registre registre;

	LdapHealthIndicator(Abonnes abonnes, Registre registre) {
		this.abonnes = abonnes;
		this.registre = registre;
	}

	@Override
	public Health health() {
		Map<String, Object> arretes = new TreeMap<>();
		for (Abonne abonne : this.abonnes.tous()) {
			Registre.Suivi suivi = this.registre.suivi(abonne.nom());
			long refus = this.registre.refus(abonne.nom(), 1).size();
			if (suivi.panne() != null) {
				arretes.put(abonne.nom(), suivi.panne());
			}
			else if (refus > 0 || suivi.retenus() > 0) {
				arretes.put(abonne.nom(),
						(suivi.retenus() > 0) ? suivi.retenus() + " entrées retenues" : "des entrées sont refusées");
			}
		}
		return (arretes.isEmpty() ? Health.up() : Health.status(DEGRADE)).withDetails(arretes).build();
	}

}
