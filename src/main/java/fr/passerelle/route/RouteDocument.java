package fr.passerelle.route;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A route file understood: its declarations, each a {@code route}, {@code routeTemplate},
 * {@code templatedRoute} or {@code routeConfiguration}.
 *
 * @param fichier the file
 * @param declarations what stands at its top level
 */
record RouteDocument(RouteFile fichier, List<YamlNode> declarations) {

	private static final LoadSettings REGLAGES = LoadSettings.builder().setMaxAliasesForCollections(0).build();

	/** Reads a file, or throws the refusal that says at which line it is not YAML. */
	static RouteDocument lire(RouteFile fichier) {
		try {
			List<YamlNode> declarations = new Compose(REGLAGES).composeString(fichier.texte())
				.map(YamlNode::de)
				.stream()
				.flatMap((racine) -> racine.elements().stream())
				.flatMap((element) -> element.champs().stream())
				.toList();
			return new RouteDocument(fichier, declarations);
		}
		catch (MarkedYamlEngineException ex) {
			int ligne = ex.getProblemMark().map((marque) -> marque.getLine() + 1).orElse(0);
			throw new RefusedRoutesException(List.of(new RouteFault(fichier.nom(), ligne,
					"le fichier n'est pas du YAML lisible (%s). Vérifiez les retraits, les tirets et les guillemets."
						.formatted(ex.getProblem()))));
		}
		catch (YamlEngineException ex) {
			throw new RefusedRoutesException(fichier.nom(),
					"le fichier n'est pas du YAML lisible : les ancres et les alias (&, *) ne sont pas admis, recopiez le passage.");
		}
	}

	String nom() {
		return this.fichier.nom();
	}

	Stream<YamlNode> declarations(String mot) {
		return this.declarations.stream().filter((declaration) -> declaration.cle().equals(mot));
	}

	/** Names of the routes this file puts in force, templates set apart. */
	List<String> routes() {
		return Stream
			.concat(declarations("route").map((route) -> route.texte("id")),
					declarations("templatedRoute").map((route) -> route.texte("routeId")))
			.flatMap(Optional::stream)
			.toList();
	}

	/** Whether other files lean on this one: they are loaded again when it changes. */
	boolean estPartage() {
		return Stream.concat(declarations("routeTemplate"), declarations("routeConfiguration")).findAny().isPresent();
	}

	RouteFault faute(YamlNode ou, String texte) {
		return new RouteFault(nom(), ou.ligne(), texte);
	}

}
