package fr.passerelle.route;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The steps of one route, read where they are written: in the file of the route, or in
 * the template it is made from with the values it gives.
 *
 * @param document where the steps are written
 * @param route name of the route, or an empty text for what is not a route by itself
 * @param corps the steps
 * @param valeurs value of a <code>{{name}}</code>, or null when nothing is known of it
 */
record RouteBody(RouteDocument document, String route, YamlNode corps, UnaryOperator<String> valeurs) {

	static Stream<RouteBody> de(List<RouteDocument> documents, UnaryOperator<String> reglages) {
		return documents.stream()
			.flatMap((document) -> Stream.concat(ecrits(document, reglages), faits(document, documents, reglages)));
	}

	boolean estRoute() {
		return !this.route.isEmpty();
	}

	Optional<RouteUri> entree() {
		return uris().filter(RouteUri::estEntree).findFirst();
	}

	Stream<RouteUri> sorties() {
		return uris().filter((uri) -> !uri.estEntree());
	}

	Stream<RouteUri> uris() {
		return this.corps.tous().flatMap((noeud) -> RouteUri.lire(noeud, this::resoudre).stream());
	}

	Stream<YamlNode> mots(String mot) {
		return this.corps.tous().filter((noeud) -> noeud.cle().equals(mot));
	}

	String resoudre(String texte) {
		return Placeholder.remplacer(texte, this.valeurs);
	}

	private static Stream<RouteBody> ecrits(RouteDocument document, UnaryOperator<String> reglages) {
		return document.declarations()
			.stream()
			.filter((declaration) -> !declaration.cle().equals("templatedRoute"))
			.map((declaration) -> new RouteBody(document, nom(declaration), declaration, reglages));
	}

	private static Stream<RouteBody> faits(RouteDocument document, List<RouteDocument> documents,
			UnaryOperator<String> reglages) {
		return document.declarations("templatedRoute")
			.flatMap((faite) -> RouteTemplate.chercher(documents, faite)
				.map((modele) -> new RouteBody(modele.document(), faite.texte("routeId").orElse(""), modele.noeud(),
						modele.valeurs(faite, reglages)))
				.stream());
	}

	private static String nom(YamlNode declaration) {
		return declaration.cle().equals("route") ? declaration.texte("id").orElse("") : "";
	}

}
