package fr.passerelle.route;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every declaration is of a known kind and has a name that no other has. */
class NameRule implements RouteRule {

	private static final Map<String, String> NOM_PAR_SORTE = Map.of("route", "id", "templatedRoute", "routeId",
			"routeTemplate", "id", "routeConfiguration", "id");

	@Override
	public Stream<RouteFault> fautes(RouteSet routes) {
		Map<String, RouteFault> vus = new HashMap<>();
		return routes.documents()
			.stream()
			.flatMap((document) -> Stream.concat(vide(document),
					document.declarations()
						.stream()
						.flatMap((declaration) -> juger(document, declaration, vus).stream())));
	}

	private static Stream<RouteFault> vide(RouteDocument document) {
		return document.declarations().isEmpty()
				? Stream.of(new RouteFault(document.nom(), 1,
						"le fichier ne déclare rien. Il doit contenir une liste, par exemple « - route: »."))
				: Stream.empty();
	}

	private static Optional<RouteFault> juger(RouteDocument document, YamlNode declaration,
			Map<String, RouteFault> vus) {
		String champ = NOM_PAR_SORTE.get(declaration.cle());
		if (champ == null) {
			return Optional.of(document.faute(declaration,
					"« %s » n'est pas admis à ce niveau ; les mots admis sont route, templatedRoute, routeTemplate et routeConfiguration."
						.formatted(declaration.cle())));
		}
		Optional<String> nom = declaration.texte(champ).filter((texte) -> !texte.isBlank());
		if (nom.isEmpty()) {
			return Optional
				.of(document.faute(declaration, "ce « %s » n'a pas de nom. Donnez-lui « %s: » et un nom à lui."
					.formatted(declaration.cle(), champ)));
		}
		RouteFault premier = vus.putIfAbsent(espace(declaration) + nom.get(), document.faute(declaration, ""));
		return Optional.ofNullable(premier)
			.map((autre) -> document.faute(declaration,
					"le nom « %s » est déjà pris dans %s, ligne %d. Choisissez-en un autre.".formatted(nom.get(),
							autre.fichier(), autre.ligne())));
	}

	private static String espace(YamlNode declaration) {
		return declaration.cle().equals("templatedRoute") ? "route " : declaration.cle() + " ";
	}

}
