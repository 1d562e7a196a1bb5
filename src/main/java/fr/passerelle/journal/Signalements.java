package fr.passerelle.journal;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Puts what was refused or rejected on the error queues (contract §4): one message per
 * deposit and rule, with identifiers, never names.
 */
@Component
public class Signalements {

	private final Outbox outbox;

	Signalements(Outbox outbox) {
		this.outbox = outbox;
	}

	/**
	 * Adds a message to an error queue.
	 * @param regle family of the rule, {@code code} its detail
	 * @param enregistrements the records at fault, empty when it is the whole file
	 */
	public void signaler(Depot depot, String adresse, String regle, String code, String libelle,
			List<Map<String, Object>> enregistrements) {
		String numero = depot.numero().toString();
		String uai = depot.proprietaire();
		String flux = (depot.flux() != null) ? depot.flux() : "INCONNU";
		this.outbox.ecrire(adresse, uai, depot.numero(),
				Map.of("depot", numero, "uai", uai, "flux", flux, "regle", code),
				Map.of("depot", numero, "uai", uai, "flux", flux, "regle", regle, "code", code, "libelle", libelle,
						"enregistrements", enregistrements),
				null);
	}

}
