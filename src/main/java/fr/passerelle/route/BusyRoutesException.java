package fr.passerelle.route;

/** Thrown when a good edit must wait, for the routes it replaces are at work. */
class BusyRoutesException extends RefusedRoutesException {

	BusyRoutesException(String fichier) {
		super(fichier,
				"les routes à remplacer traitent encore un dépôt ; la modification sera reprise d'elle-même dès qu'elles seront libres.");
	}

}
