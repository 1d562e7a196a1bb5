package fr.passerelle.publication.ldap;

import java.time.Instant;
import java.util.List;

/**
 * An entry of the hub that is no more to be given.
 *
 * @param uais its schools as last written, none when the hub does not know
 * @param partiLe since when it is so, null when that is new
 */
record Partant(String cle, String dn, Modele modele, List<String> uais, Instant partiLe) {

	/** Whether it is of none of the schools contracted to a consumer any more. */
	boolean estHorsContrat(Abonne abonne) {
		return !this.uais.isEmpty() && this.uais.stream().noneMatch(abonne::voit);
	}

}
