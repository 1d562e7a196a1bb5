package fr.passerelle.route;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An address in a route, its parameters written after the question mark or below it.
 *
 * @param ou where it is written
 * @param estEntree whether the route begins there
 * @param cible scheme and name, without parameters
 * @param parametres its parameters, blanks filled as far as they are known
 */
record RouteUri(YamlNode ou, boolean estEntree, String cible, Map<String, String> parametres) {

	private static final Set<String> MOTS = Set.of("from", "to", "toD", "wireTap", "poll", "deadLetterUri");

	/** The address written at this node, if there is one. */
	static Optional<RouteUri> lire(YamlNode noeud, UnaryOperator<String> resoudre) {
		if (MOTS.contains(noeud.cle()) && noeud.texte().isPresent()) {
			return Optional.of(de(noeud, noeud, resoudre));
		}
		return noeud.champ("uri").filter((uri) -> uri.texte().isPresent()).map((uri) -> de(noeud, uri, resoudre));
	}

	String schema() {
		return this.cible.substring(0, Math.max(0, this.cible.indexOf(':')));
	}

	String nom() {
		return this.cible.substring(this.cible.indexOf(':') + 1);
	}

	private static RouteUri de(YamlNode etape, YamlNode adresse, UnaryOperator<String> resoudre) {
		String[] parties = resoudre.apply(adresse.texte().orElseThrow()).split("\\?", 2);
		Map<String, String> parametres = new HashMap<>();
		if (parties.length > 1) {
			Stream.of(parties[1].split("&"))
				.map((paire) -> paire.split("=", 2))
				.forEach((paire) -> parametres.put(paire[0], (paire.length > 1) ? paire[1] : ""));
		}
		etape.champ("parameters")
			.map(YamlNode::champs)
			.ifPresent((champs) -> champs.forEach((champ) -> champ.texte()
				.ifPresent((valeur) -> parametres.put(champ.cle(), resoudre.apply(valeur)))));
		return new RouteUri(adresse, etape.cle().equals("from"), parties[0].replaceFirst("^([a-z-]+):/+", "$1:"),
				parametres);
	}

}
