package fr.passerelle.route;

import java.util.List;
import java.util.stream.Stream;

/** A route made from a template gives each blank it must, and none that is not there. */
class TemplateRule implements RouteRule {

	@Override
	public Stream<RouteFault> fautes(RouteSet routes) {
		return routes.chaque("templatedRoute",
				(faite) -> RouteTemplate.chercher(routes.documents(), faite.noeud())
					.map((modele) -> parametres(faite, modele))
					.orElseGet(() -> Stream.of(inconnu(faite, routes))));
	}

	private static RouteFault inconnu(RouteSet.Declaration faite, RouteSet routes) {
		List<String> connus = RouteTemplate.tous(routes.documents())
			.flatMap((modele) -> modele.nom().stream())
			.toList();
		return faite.faute("le modèle « %s » n'existe pas. Modèles connus : %s."
			.formatted(faite.noeud().texte("routeTemplateRef").orElse(""), connus));
	}

	private static Stream<RouteFault> parametres(RouteSet.Declaration faite, RouteTemplate modele) {
		List<YamlNode> donnes = RouteTemplate.parametres(faite.noeud());
		List<String> noms = donnes.stream().flatMap((parametre) -> parametre.texte("name").stream()).toList();
		Stream<RouteFault> enTrop = donnes.stream()
			.filter((parametre) -> !modele.declares().contains(parametre.texte("name").orElse("")))
			.map((parametre) -> faite.document()
				.faute(parametre, "le modèle « %s » n'a pas de paramètre « %s ». Paramètres connus : %s."
					.formatted(modele.nom().orElse(""), parametre.texte("name").orElse(""), modele.declares())));
		Stream<RouteFault> manquants = modele.obligatoires()
			.stream()
			.filter((nom) -> !noms.contains(nom))
			.map((nom) -> faite
				.faute("il manque le paramètre « %s » du modèle « %s ». Ajoutez « - name: %s » et sa valeur."
					.formatted(nom, modele.nom().orElse(""), nom)));
		return Stream.concat(enTrop, manquants);
	}

}
