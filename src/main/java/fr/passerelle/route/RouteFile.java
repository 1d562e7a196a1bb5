package fr.passerelle.route;

import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/**
 * One file of {@code routes/} as it was read.
 *
 * @param nom path below the folder, with {@code /} between its parts
 * @param texte its whole text
 */
record RouteFile(String nom, String texte) {

	boolean estModele() {
		return this.nom.startsWith("templates/");
	}

	Resource ressource() {
		return ResourceHelper.fromString("file:" + this.nom, this.texte);
	}

}
