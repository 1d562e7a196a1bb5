package fr.passerelle.publication.aaf;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code passerelle.aaf}.
 *
 * @param parFichier records of one file at most
 * @param academie name of the académie, as its ENT know it; may be empty
 * @param disparition what stops a complete that lost too much
 */
@ConfigurationProperties("passerelle.aaf")
record AafSettings(@DefaultValue("5000") int parFichier, @DefaultValue("") String academie,
		@DefaultValue Disparition disparition) {

	/**
	 * A school may lose so much between two completes: more than both stops the parcel.
	 *
	 * @param pourcent part of its persons of one category, in hundredths
	 * @param nombre number of its persons of one category
	 */
	record Disparition(@DefaultValue("10") int pourcent, @DefaultValue("10") int nombre) {

		/** Whether this is too much. */
		boolean excessive(long avant, long maintenant) {
			long perte = avant - maintenant;
			return perte >= this.nombre && perte * 100 >= avant * this.pourcent;
		}

	}

}
