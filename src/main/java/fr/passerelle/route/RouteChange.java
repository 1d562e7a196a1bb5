package fr.passerelle.route;

import java.util.List;
import java.util.stream.Stream;

/**
 * What it takes to go from the routes in force to those just read: only the files that
 * changed, or all of them when one that others lean on changed.
 *
 * @param sortants documents to take out
 * @param entrants documents to put in
 */
record RouteChange(List<RouteDocument> sortants, List<RouteDocument> entrants) {

	static RouteChange entre(List<RouteDocument> avant, List<RouteDocument> apres) {
		RouteChange change = new RouteChange(sans(avant, apres), sans(apres, avant));
		return change.touchePartage() ? new RouteChange(avant, apres) : change;
	}

	RouteChange inverse() {
		return new RouteChange(this.entrants, this.sortants);
	}

	private boolean touchePartage() {
		return Stream.concat(this.sortants.stream(), this.entrants.stream()).anyMatch(RouteDocument::estPartage);
	}

	private static List<RouteDocument> sans(List<RouteDocument> documents, List<RouteDocument> autres) {
		List<RouteFile> connus = autres.stream().map(RouteDocument::fichier).toList();
		return documents.stream().filter((document) -> !connus.contains(document.fichier())).toList();
	}

}
