package fr.passerelle.route;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a route file that knows its line, which a tree of maps has forgotten.
 *
 * @param cle word before the colon, or an empty text for an item of a list
 * @param ligne line counted from 1
 * @param noeud what follows the colon
 */
record YamlNode(String cle, int ligne, Node noeud) {

	static YamlNode de(Node noeud) {
		return new YamlNode("", ligne(noeud), noeud);
	}

	Optional<String> texte() {
		return (this.noeud instanceof ScalarNode scalaire) ? Optional.of(scalaire.getValue()) : Optional.empty();
	}

	Optional<YamlNode> champ(String nom) {
		return champs().stream().filter((champ) -> champ.cle.equals(nom)).findFirst();
	}

	Optional<String> texte(String champ) {
		return champ(champ).flatMap(YamlNode::texte);
	}

	List<YamlNode> champs() {
		return (this.noeud instanceof MappingNode objet) ? objet.getValue().stream().map(YamlNode::champ).toList()
				: List.of();
	}

	List<YamlNode> elements() {
		return (this.noeud instanceof SequenceNode liste) ? liste.getValue().stream().map(YamlNode::de).toList()
				: List.of();
	}

	/** This node and everything below it, in the order of the file. */
	Stream<YamlNode> tous() {
		return Stream.concat(Stream.of(this),
				Stream.concat(champs().stream(), elements().stream()).flatMap(YamlNode::tous));
	}

	private static YamlNode champ(NodeTuple entree) {
		Node cle = entree.getKeyNode();
		String mot = (cle instanceof ScalarNode scalaire) ? scalaire.getValue() : "";
		return new YamlNode(mot, ligne(cle), entree.getValueNode());
	}

	private static int ligne(Node noeud) {
		return noeud.getStartMark().map(Mark::getLine).orElse(-1) + 1;
	}

}
