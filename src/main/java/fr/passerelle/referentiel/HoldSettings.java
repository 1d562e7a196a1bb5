package fr.passerelle.referentiel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a deposit is held (contract §2, F26).
 *
 * @param pourcent share of what is there, in percent
 * @param nombre and at least this many
 */
@ConfigurationProperties("passerelle.traitement.retenue")
record HoldSettings(@DefaultValue("10") int pourcent, @DefaultValue("3") int nombre) {

	/** Both thresholds reached, or everything there was. */
	boolean tropDisparaissent(long disparus, long avant) {
		return disparus > 0
				&& (disparus == avant || (disparus >= this.nombre && disparus * 100 >= avant * this.pourcent));
	}

}
