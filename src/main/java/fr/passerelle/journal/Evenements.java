package fr.passerelle.journal;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells consumers what changed in a store (contract §4), in the transaction of the
 * change: identifiers and counts, never a name, an INE or a birth date.
 */
@Component
public class Evenements {

	/** What changed in the LSU. */
	public static final String LSU = "passerelle.evenements.lsu";

	/** What changed in the ENT directory. */
	public static final String ENT = "passerelle.evenements.ent";

	private final Outbox outbox;

	Evenements(Outbox outbox) {
		this.outbox = outbox;
	}

	/**
	 * Adds an event.
	 * @param adresse one of the constants above
	 * @param type what happened, also a header
	 * @param valeurs the rest of the message, anything Jackson writes
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void publier(String adresse, String uai, String type, Map<String, ?> valeurs) {
		Map<String, Object> corps = new java.util.LinkedHashMap<>();
		corps.put("type", type);
		corps.put("uai", uai);
		corps.putAll(valeurs);
		this.outbox.ecrire(adresse, uai, null, Map.of("uai", uai, "type", type), corps, null);
	}

}
