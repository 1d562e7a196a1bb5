package fr.passerelle.publication.aaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads AAF files as an ENT would, written from the description of the format alone:
 * nothing here is shared with what writes them. A file that its DTD does not allow is
 * refused.
 */
final class FichesReader {

	private final Map<String, Map<String, Map<String, List<String>>>> categories = new TreeMap<>();

	private final Path dtd;

	FichesReader() {
		this(null);
	}

	/**
	 * Reads with this DTD, instead of the one beside the files.
	 */
	FichesReader(Path dtd) {
		this.dtd = dtd;
	}

	/** Reads a folder: a complete begins anew, a delta goes on from what was read. */
	FichesReader lire(Path dossier) {
		try (Stream<Path> fichiers = Files.list(dossier)) {
			for (Path fichier : fichiers.filter((f) -> f.toString().endsWith(".xml")).sorted().toList()) {
				lireFichier(fichier);
			}
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Attributes that have a value, by category, identifier and name. */
	Map<String, Map<String, Map<String, List<String>>>> fiches() {
		return this.categories;
	}

	/** Those of a category, by identifier. */
	Map<String, Map<String, List<String>>> fiches(String categorie) {
		return this.categories.getOrDefault(categorie, Map.of());
	}

	private void lireFichier(Path fichier) throws IOException {
		String categorie = fichier.getFileName().toString().replaceAll(".*_(\\w+)_\\d{4}\\.xml", "$1");
		Map<String, Map<String, List<String>>> fiches = this.categories.computeIfAbsent(categorie,
				(nom) -> new TreeMap<>());
		try {
			for (Element requete : enfants(analyseur().parse(fichier.toFile()).getDocumentElement())) {
				String id = requete.getElementsByTagName("id").item(0).getTextContent();
				switch (requete.getTagName()) {
					case "addRequest" -> fiches.put(id, new TreeMap<>());
					case "deleteRequest" -> fiches.remove(id);
					default -> {
						// What changes is below.
					}
				}
				if (fiches.containsKey(id)) {
					changer(fiches.get(id), enfants(requete).get(enfants(requete).size() - 1));
				}
			}
		}
		catch (SAXException ex) {
			throw new AssertionError(fichier + " : " + ex.getMessage(), ex);
		}
	}

	private static void changer(Map<String, List<String>> fiche, Element attributs) {
		for (Element attribut : enfants(attributs)) {
			List<String> valeurs = enfants(attribut).stream()
				.map(Node::getTextContent)
				.filter((valeur) -> !valeur.isEmpty())
				.toList();
			if (valeurs.isEmpty()) {
				fiche.remove(attribut.getAttribute("name"));
			}
			else {
				fiche.put(attribut.getAttribute("name"), valeurs);
			}
		}
	}

	private DocumentBuilder analyseur() {
		try {
			DocumentBuilderFactory fabrique = DocumentBuilderFactory.newInstance();
			fabrique.setValidating(true);
			DocumentBuilder analyseur = fabrique.newDocumentBuilder();
			if (this.dtd != null) {
				analyseur.setEntityResolver((nom, adresse) -> new InputSource(this.dtd.toUri().toString()));
			}
			analyseur.setErrorHandler(new Severe());
			return analyseur;
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<Element> enfants(Element parent) {
		List<Element> enfants = new ArrayList<>();
		for (Node noeud = parent.getFirstChild(); noeud != null; noeud = noeud.getNextSibling()) {
			if (noeud instanceof Element element) {
				enfants.add(element);
			}
		}
		return enfants;
	}

	/** One line for each pair of a record and one of its values, cut at its "$". */
	static Stream<String[]> valeurs(Map<String, Map<String, List<String>>> fiches, String attribut) {
		Map<String, List<String>> parId = new LinkedHashMap<>();
		fiches.forEach((id, fiche) -> parId.put(id, fiche.getOrDefault(attribut, List.of())));
		return parId.entrySet()
			.stream()
			.flatMap((entree) -> entree.getValue()
				.stream()
				.map((valeur) -> (entree.getKey() + "$" + valeur).split("\\$", -1)));
	}

	/** What a DTD does not allow is an error, not a remark. */
	private static final class Severe implements ErrorHandler {

		@Override
		public void warning(SAXParseException ex) throws SAXException {
			throw ex;
		}

		@Override
		public void error(SAXParseException ex) throws SAXException {
			throw ex;
		}

		@Override
		public void fatalError(SAXParseException ex) throws SAXException {
			throw ex;
		}

	}

}
