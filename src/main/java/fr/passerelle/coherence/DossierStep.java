package fr.passerelle.coherence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands over the lots that are complete: an aggregator whose correlation is the school
 * and the year, and whose state is the ledger. Run twice, or by two nodes, it puts each
 * lot once.
 */
@Component("dossierStep")
public class DossierStep {

	private static final Logger LOG = LoggerFactory.getLogger(DossierStep.class);

	private final Remises remises;

	DossierStep(Remises remises) {
		this.remises = remises;
	}

	/** Looks at the schools that had something applied since the last look. */
	public void remettre() {
		this.remises.aRegarder().forEach(this::remettre);
	}

	/** What one school's lot suffers is no reason to keep the others waiting. */
	private void remettre(String uai) {
		try {
			this.remises.remettre(uai);
		}
		catch (LotFiles.NonPose ex) {
			LOG.warn("the lot of {} is not handed over, the next look tries again", uai, ex);
		}
	}

}
