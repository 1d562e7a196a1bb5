package fr.passerelle.controle;

import java.time.Instant;
import java.util.Set;

/**
 * The circumstances of a deposit.
 *
 * @param uaiAnnonce the school of the folder or given by the caller, null when unknown
 * @param uaisAutorisees the schools the account acts for, null for all
 * @param etablissements the schools the hub is open to, null for all
 * @param instant when the file was deposited
 * @param memoire what the hub already knows of schools
 */
public record Contexte(String uaiAnnonce, Set<String> uaisAutorisees, Set<String> etablissements, Instant instant,
		Memoire memoire) {

	/** No account, no folder, nothing known: only the file and the calendars speak. */
	public static Contexte horsLigne(Instant instant) {
		return horsLigne(null, instant);
	}

	/** Without a hub, for a file that lies in the folder of this school. */
	public static Contexte horsLigne(String uaiAnnonce, Instant instant) {
		return new Contexte(uaiAnnonce, null, null, instant, Memoire.VIDE);
	}

}
