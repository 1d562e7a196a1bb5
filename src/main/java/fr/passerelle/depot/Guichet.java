package fr.passerelle.depot;

import java.io.InputStream;
import java.util.Set;

import fr.passerelle.noyau.NumeroDepot;

/** Takes a file from HTTP and comes back when its first verdict is in the ledger. */
public interface Guichet {

	/**
	 * Takes one file.
	 * @param uaiAnnonce the school given by the caller, or null
	 * @param uaisAutorisees the schools the depositor may act for, null for all
	 * @param confirme whether a deposit that makes much disappear is confirmed in advance
	 * @throws FichierTropGrand above the limit
	 */
	NumeroDepot deposer(InputStream contenu, String nomOriginal, String deposant, String uaiAnnonce,
			Set<String> uaisAutorisees, boolean confirme);

}
