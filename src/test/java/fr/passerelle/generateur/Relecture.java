package fr.passerelle.generateur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a file again, knowing nothing of what wrote it: every record of one name, as a
 * tree.
 */
final class Relecture {

	private Relecture() {
	}

	/** The records of this path, {@code ELEVES/ELEVE} for instance. */
	static List<Noeud> lire(Path fichier, String chemin) {
		try (InputStream octets = ouvrir(fichier)) {
			return lire(octets, chemin);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("not well-formed: " + fichier.getFileName(), ex);
		}
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

	private static List<Noeud> lire(InputStream octets, String chemin) throws XMLStreamException {
		XMLInputFactory fabrique = XMLInputFactory.newFactory();
		fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		fabrique.setProperty(XMLInputFactory.IS_COALESCING, true);
		XMLStreamReader xml = fabrique.createXMLStreamReader(octets);
		List<Noeud> trouves = new ArrayList<>();
		Deque<Noeud> pile = new ArrayDeque<>();
		pile.push(new Noeud("", ""));
		while (xml.hasNext()) {
			lire(xml, pile, chemin, trouves);
		}
		return trouves;
	}

	private static void lire(XMLStreamReader xml, Deque<Noeud> pile, String chemin, List<Noeud> trouves)
			throws XMLStreamException {
		switch (xml.next()) {
			case XMLStreamConstants.START_ELEMENT -> {
				Noeud noeud = new Noeud(xml.getLocalName(), pile.peek().chemin + "/" + xml.getLocalName());
				for (int i = 0; i < xml.getAttributeCount(); i++) {
					noeud.attributs.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
				}
				pile.peek().enfants.add(noeud);
				pile.push(noeud);
			}
			case XMLStreamConstants.CHARACTERS -> pile.peek().texte += xml.getText();
			case XMLStreamConstants.END_ELEMENT -> {
				Noeud noeud = pile.pop();
				if (noeud.chemin.endsWith("/" + chemin)) {
					trouves.add(noeud);
				}
			}
			default -> {
			}
		}
	}

	/** An element. */
	static final class Noeud {

		private final String nom;

		private final String chemin;

		private final Map<String, String> attributs = new HashMap<>();

		private final List<Noeud> enfants = new ArrayList<>();

		private String texte = "";

		private Noeud(String nom, String chemin) {
			this.nom = nom;
			this.chemin = chemin;
		}

		String attribut(String cle) {
			return this.attributs.get(cle);
		}

		String texte() {
			return this.texte.strip();
		}

		/** Text of the child of this name, or null. */
		String valeur(String enfant) {
			return enfants(enfant).map(Noeud::texte).findFirst().orElse(null);
		}

		/** All the text below, with the names of its elements. */
		String contenu() {
			return this.nom + "=" + texte() + this.enfants.stream().map(Noeud::contenu).toList();
		}

		Stream<Noeud> enfants(String enfant) {
			return this.enfants.stream().filter((noeud) -> noeud.nom.equals(enfant));
		}

		/** Descendants by the names that lead to them. */
		List<Noeud> descendants(String... noms) {
			List<Noeud> niveau = List.of(this);
			for (String suivant : noms) {
				niveau = niveau.stream().flatMap((noeud) -> noeud.enfants(suivant)).toList();
			}
			return niveau;
		}

	}

}
