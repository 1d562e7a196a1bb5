package fr.passerelle.publication;

import java.time.Instant;
import java.util.Set;

/**
 * Which packages of a feed are looked for; null: whatever they have there.
 *
 * @param paquet its name
 * @param consommateur for whom it was made
 * @param sansGardes whether those out of sight, until their hour or for ever, are left
 * out
 * @param uais schools that none of the packages says anything beyond, be it only that it
 * leaves something out
 * @param depuis when it was made, at the earliest
 */
public record RecherchePaquets(String flux, String paquet, String consommateur, boolean sansGardes, Set<String> uais,
		Instant depuis) {

	/** All the packages of a feed. */
	public static RecherchePaquets de(String flux) {
		return new RecherchePaquets(flux, null, null, false, null, null);
	}

	/** The same, of this name. */
	public RecherchePaquets nomme(String paquet) {
		return new RecherchePaquets(this.flux, paquet, this.consommateur, this.sansGardes, this.uais, this.depuis);
	}

	/** The same, made since then. */
	public RecherchePaquets depuis(Instant instant) {
		return new RecherchePaquets(this.flux, this.paquet, this.consommateur, this.sansGardes, this.uais, instant);
	}

}
