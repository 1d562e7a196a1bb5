package fr.passerelle.referentiel;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A document, and what hostile values in any of its fields make of it. */
final class Poison {

	private final Document document;

	private final Map<String, List<Node>> places = new LinkedHashMap<>();

	Poison(Path fichier) throws Exception {
		try (InputStream octets = ouvrir(fichier)) {
			this.document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(octets);
		}
		parcourir(this.document.getDocumentElement(), "");
	}

	private static InputStream ouvrir(Path fichier) throws IOException {
		InputStream octets = Files.newInputStream(fichier);
		if (!fichier.toString().endsWith(".zip")) {
			return octets;
		}
		ZipInputStream zip = new ZipInputStream(octets);
		zip.getNextEntry();
		return zip;
	}

	/**
	 * Puts each value once in each field, each time in another record while there are.
	 */
	Poison verser(List<String> valeurs) {
		int rang = 0;
		for (List<Node> champ : this.places.values()) {
			for (String valeur : valeurs) {
				champ.get(rang++ % champ.size()).setNodeValue(valeur);
			}
		}
		return this;
	}

	String xml() throws Exception {
		Transformer ecriture = TransformerFactory.newInstance().newTransformer();
		ecriture.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
		StringWriter texte = new StringWriter();
		ecriture.transform(new DOMSource(this.document), new StreamResult(texte));
		return texte.toString();
	}

	/** Identifiers of the élèves of whom both documents say the same. */
	List<String> elevesCommuns(Poison autre) {
		NodeList eleves = this.document.getElementsByTagName("ELEVE");
		NodeList autres = autre.document.getElementsByTagName("ELEVE");
		return IntStream.range(0, eleves.getLength())
			.filter((i) -> eleves.item(i).isEqualNode(autres.item(i)))
			.mapToObj((i) -> ((Element) eleves.item(i)).getAttribute("ELEVE_ID"))
			.sorted()
			.toList();
	}

	private void parcourir(Node noeud, String chemin) {
		String ici = chemin + "/" + noeud.getNodeName();
		NamedNodeMap attributs = noeud.getAttributes();
		for (int i = 0; i < attributs.getLength(); i++) {
			noter(ici + "@" + attributs.item(i).getNodeName(), attributs.item(i));
		}
		for (Node enfant = noeud.getFirstChild(); enfant != null; enfant = enfant.getNextSibling()) {
			if (enfant.getNodeType() == Node.ELEMENT_NODE) {
				parcourir(enfant, ici);
			}
			else if (enfant.getNodeType() == Node.TEXT_NODE && !enfant.getNodeValue().isBlank()) {
				noter(ici, enfant);
			}
		}
	}

	private void noter(String chemin, Node valeur) {
		this.places.computeIfAbsent(chemin, (nouveau) -> new ArrayList<>()).add(valeur);
	}

}
