package fr.passerelle.depot;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An address where one file is fetched at a steady pace.
 *
 * @param nom how the routes and the ledger name it
 * @param adresse http or https
 * @param intervalle time between two fetches
 * @param delai a fetch that lasts longer is given up
 * @param utilisateur account there, if it wants one
 * @param uai the school of the file, if the file does not tell
 */
record CanalUrl(String nom, URI adresse, @DefaultValue("1h") Duration intervalle, @DefaultValue("5m") Duration delai,
		String utilisateur, String motdepasse, String uai) {

	/** How the ledger names this channel. */
	String canal() {
		return "url:" + this.nom;
	}

	@Override
	public String toString() {
		return canal();
	}

}
