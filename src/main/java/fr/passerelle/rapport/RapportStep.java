package fr.passerelle.rapport;

import org.springframework.stereotype.Component;

/**
 * Writes to outbox/ every report that is not there yet, oldest first. Run twice, or by
 * two nodes, it writes each of them once.
 */
@Component("rapportStep")
class RapportStep {

	private final RapportsAEcrire rapports;

	RapportStep(RapportsAEcrire rapports) {
		this.rapports = rapports;
	}

	/** Writes them all, batch by batch. */
	public void ecrire() {
		boolean encore = true;
		while (encore) {
			encore = this.rapports.ecrireUnLot();
		}
	}

}
