package fr.passerelle.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A {@code routeTemplate}: steps with blanks.
 *
 * @param document where it is written
 * @param noeud its declaration
 */
record RouteTemplate(RouteDocument document, YamlNode noeud) {

	static Optional<RouteTemplate> chercher(List<RouteDocument> documents, YamlNode faite) {
		return tous(documents).filter((modele) -> modele.nom().equals(faite.texte("routeTemplateRef"))).findFirst();
	}

	static Stream<RouteTemplate> tous(List<RouteDocument> documents) {
		return documents.stream()
			.flatMap((document) -> document.declarations("routeTemplate")
				.map((noeud) -> new RouteTemplate(document, noeud)));
	}

	static List<YamlNode> parametres(YamlNode declaration) {
		return declaration.champ("parameters").map(YamlNode::elements).orElse(List.of());
	}

	Optional<String> nom() {
		return this.noeud.texte("id");
	}

	List<String> declares() {
		return parametres(this.noeud).stream().flatMap((parametre) -> parametre.texte("name").stream()).toList();
	}

	List<String> obligatoires() {
		return parametres(this.noeud).stream()
			.filter((parametre) -> parametre.champ("defaultValue").isEmpty())
			.filter((parametre) -> !parametre.texte("required").orElse("true").equals("false"))
			.flatMap((parametre) -> parametre.texte("name").stream())
			.toList();
	}

	/** The values of the blanks for a route made from this template. */
	UnaryOperator<String> valeurs(YamlNode faite, UnaryOperator<String> reglages) {
		Map<String, String> valeurs = new HashMap<>();
		parametres(this.noeud).forEach((parametre) -> noter(valeurs, parametre, "defaultValue"));
		parametres(faite).forEach((parametre) -> noter(valeurs, parametre, "value"));
		valeurs.replaceAll((nom, valeur) -> Placeholder.remplacer(valeur, reglages));
		return (nom) -> valeurs.containsKey(nom) ? valeurs.get(nom) : reglages.apply(nom);
	}

	private static void noter(Map<String, String> valeurs, YamlNode parametre, String champ) {
		parametre.texte("name")
			.ifPresent((nom) -> parametre.texte(champ).ifPresent((valeur) -> valeurs.put(nom, valeur)));
	}

}
