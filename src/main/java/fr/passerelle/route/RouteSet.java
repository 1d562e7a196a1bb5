package fr.passerelle.route;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every route file, seen together: what one names, another may hold.
 *
 * @param documents the files
 * @param corps the steps of each route
 */
record RouteSet(List<RouteDocument> documents, List<RouteBody> corps) {

	/** Applies this to each declaration of this word, with its document. */
	Stream<RouteFault> chaque(String mot, Function<Declaration, Stream<RouteFault>> regle) {
		return this.documents.stream()
			.flatMap((document) -> document.declarations(mot)
				.flatMap((noeud) -> regle.apply(new Declaration(document, noeud))));
	}

	record Declaration(RouteDocument document, YamlNode noeud) {

		RouteFault faute(String texte) {
			return this.document.faute(this.noeud, texte);
		}

	}

}
