package fr.passerelle.publication;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code passerelle.remise}.
 *
 * @param duree how long one package may take
 * @param reprise time before a package that failed is tried again; twice as long after
 * each failure
 * @param repriseMax the longest of these times
 */
@ConfigurationProperties("passerelle.remise")
record RemiseSettings(@DefaultValue("30m") Duration duree, @DefaultValue("30s") Duration reprise,
		@DefaultValue("30m") Duration repriseMax) {

	/** Twice thirty seconds so many times is more than any longest time. */
	private static final int DOUBLEMENTS = 20;

	/** Time to note what became of it, after that. */
	private static final Duration NOTE = Duration.ofMinutes(1);

	/** How long nobody else takes what is being put there. */
	Duration bail() {
		return this.duree.plus(NOTE);
	}

	/** How long to wait after so many failures. */
	Duration attente(int echecs) {
		Duration attente = this.reprise.multipliedBy(1L << Math.min(Math.max(echecs - 1, 0), DOUBLEMENTS));
		return (attente.compareTo(this.repriseMax) < 0) ? attente : this.repriseMax;
	}

}
