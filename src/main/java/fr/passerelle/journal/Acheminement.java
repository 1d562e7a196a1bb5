package fr.passerelle.journal;

import java.time.Instant;
import java.util.Map;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts an accepted deposit on its way: state {@code depose} and, in the same transaction,
 * the claim check for the queue.
 */
@Service
public class Acheminement {

	/** Queue of the claim checks of accepted deposits. */
	public static final String DEPOTS = "passerelle.depots";

	/** Queue of the schools whose two stores are to follow. */
	public static final String PROJECTIONS = "passerelle.projections";

	/** Queue of the LSU synchronisations that are to be run. */
	public static final String SYNCHRONISATIONS = "passerelle.synchronisations";

	private final Depots depots;

	private final Transitions transitions;

	private final Outbox outbox;

	Acheminement(Depots depots, Transitions transitions, Outbox outbox) {
		this.depots = depots;
		this.transitions = transitions;
		this.outbox = outbox;
	}

	/** Sends the deposit on its way at once. */
	@Transactional(propagation = Propagation.REQUIRED)
	public void deposer(NumeroDepot numero, String acteur, String motif) {
		deposer(numero, acteur, motif, null);
	}

	/** The same, not before a moment (the school's night), null for at once. */
	@Transactional(propagation = Propagation.REQUIRED)
	public void deposer(NumeroDepot numero, String acteur, String motif, Instant pasAvant) {
		this.transitions.passer(numero, Etat.DEPOSE, acteur, motif);
		relancer(numero, pasAvant);
	}

	/** Puts a synchronisation of the LSU on its way: its claim check, its number. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void synchroniser(String uai, long synchronisation) {
		String numero = Long.toString(synchronisation);
		this.outbox.ecrire(SYNCHRONISATIONS, uai, null, Map.of("uai", uai, "synchronisation", numero), numero, null);
	}

	/** Writes a claim check again for a deposit whose message may be lost. */
	@Transactional(propagation = Propagation.REQUIRED)
	public void relancer(NumeroDepot numero, Instant pasAvant) {
		String uai = this.depots.depot(numero).uai();
		this.outbox.ecrire(DEPOTS, uai, numero, Map.of("uai", uai, "depot", numero.toString()), numero.toString(),
				pasAvant);
	}

}
