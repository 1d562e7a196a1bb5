package fr.passerelle.publication.gar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A parcel as its receiver understands it, written from {@code gar.md} alone: every
 * record a line, its fields in their order.
 */
final class EnvoiLu {

	private final TreeMap<String, List<Element>> objets = new TreeMap<>();

	private EnvoiLu() {
	}

	static EnvoiLu de(List<Path> fichiers) {
		EnvoiLu envoi = new EnvoiLu();
		DocumentBuilderFactory fabrique = DocumentBuilderFactory.newInstance();
		fabrique.setNamespaceAware(true);
		try {
			for (Path fichier : fichiers) {
				Element racine = fabrique.newDocumentBuilder().parse(fichier.toFile()).getDocumentElement();
				enfants(racine)
					.forEach((objet) -> envoi.objets.computeIfAbsent(objet.getLocalName(), (nom) -> new ArrayList<>())
						.add(objet));
			}
			return envoi;
		}
		catch (IOException | SAXException | ParserConfigurationException ex) {
			throw new IllegalStateException("reading a parcel", ex);
		}
	}

	/** These fields of every record of this name, one line each, sorted. */
	List<String> lignes(String objet, String... champs) {
		List<String> lignes = new ArrayList<>();
		for (Element un : this.objets.getOrDefault(objet, List.of())) {
			List<String> valeurs = new ArrayList<>();
			for (String champ : champs) {
				valeurs.add(String.join(",", valeurs(un, champ)));
			}
			lignes.add(String.join(" | ", valeurs));
		}
		return lignes.stream().sorted().toList();
	}

	/** Every record whole, one line each, in the order of the files. */
	List<String> tout() {
		return this.objets.values().stream().flatMap(List::stream).map((objet) -> {
			List<String> champs = new ArrayList<>();
			enfants(objet).forEach((champ) -> champs.add(champ.getLocalName() + "=" + champ.getTextContent()));
			return objet.getLocalName() + " " + String.join(" ", champs);
		}).toList();
	}

	/** All the schools that anything of the parcel speaks of. */
	Set<String> uais() {
		Set<String> uais = new TreeSet<>();
		this.objets.values()
			.stream()
			.flatMap(List::stream)
			.forEach((objet) -> List
				.of("GARStructureUAI", "GARPersonEtab", "GARRespAffEtab", "GARPersonStructRattach",
						"GARPersonProfils/GARStructureUAI")
				.forEach((champ) -> uais.addAll(valeurs(objet, champ))));
		return uais;
	}

	private static List<String> valeurs(Element objet, String champ) {
		List<String> valeurs = new ArrayList<>();
		String[] place = champ.split("/", 2);
		for (Element enfant : enfants(objet)) {
			if (enfant.getLocalName().equals(place[0])) {
				valeurs.addAll((place.length == 1) ? List.of(enfant.getTextContent()) : valeurs(enfant, place[1]));
			}
		}
		return valeurs;
	}

	private static List<Element> enfants(Element pere) {
		List<Element> enfants = new ArrayList<>();
		for (Node un = pere.getFirstChild(); un != null; un = un.getNextSibling()) {
			if (un instanceof Element element) {
				enfants.add(element);
			}
		}
		return enfants;
	}

}
