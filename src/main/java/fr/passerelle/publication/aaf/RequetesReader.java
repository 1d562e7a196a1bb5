package fr.passerelle.publication.aaf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import fr.passerelle.noyau.Constat;
import fr.passerelle.publication.aaf.Requete.Nature;

/**
 * The requests of one file, one after the other. It reads what importers read and refuses
 * what stops them: anything before the prolog, no DTD, bytes that are not UTF-8, numeric
 * references, an envelope that is not that of aaf.md, section 3.
 */
final class RequetesReader implements AutoCloseable {

	private static final byte[] ENTETE = RequetesWriter.ENTETE.getBytes(StandardCharsets.UTF_8);

	private static final byte[] BOM = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private static final XMLInputFactory XML = fabrique();

	private final String fichier;

	private final Octets octets;

	private final XMLStreamReader xml;

	RequetesReader(Path fichier) {
		this.fichier = fichier.getFileName().toString();
		verifierDebut(fichier);
		try {
			this.octets = new Octets(new BufferedInputStream(Files.newInputStream(fichier), 1 << 16));
			this.xml = XML.createXMLStreamReader(this.octets);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading " + fichier, ex);
		}
		catch (XMLStreamException ex) {
			throw illisible(ex);
		}
	}

	/** The next request, null at the end. */
	Requete suivante() {
		try {
			if (this.xml.getEventType() == XMLStreamConstants.START_DOCUMENT) {
				balise();
				ouvrir("ficAlimMENESR");
			}
			if (!this.xml.isStartElement()) {
				fermer();
				return null;
			}
			Nature nature = nature(this.xml.getLocalName());
			balise();
			ouvrir("operationalAttributes");
			exiger(this.xml.getLocalName().equals("attr"));
			String operation = nom();
			List<String> valeurs = valeurs();
			exiger(valeurs.size() == 1);
			fermer("operationalAttributes");
			ouvrir("identifier");
			String id = texte("id");
			fermer("identifier");
			Map<String, List<String>> attributs = attributs(nature);
			fermer(nature.element());
			return new Requete(nature, operation, valeurs.get(0), id, attributs);
		}
		catch (XMLStreamException ex) {
			throw illisible(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.xml.close();
			this.octets.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("closing " + this.fichier, ex);
		}
		catch (XMLStreamException ex) {
			throw illisible(ex);
		}
	}

	private Map<String, List<String>> attributs(Nature nature) throws XMLStreamException {
		if (nature == Nature.SUPPRIME) {
			return Map.of();
		}
		String conteneur = (nature == Nature.AJOUTE) ? "attributes" : "modifications";
		String element = (nature == Nature.AJOUTE) ? "attr" : "modification";
		Map<String, List<String>> attributs = new LinkedHashMap<>();
		ouvrir(conteneur);
		do {
			exiger(this.xml.isStartElement() && this.xml.getLocalName().equals(element));
			exiger(attributs.put(nom(), valeurs()) == null);
		}
		while (this.xml.isStartElement());
		fermer(conteneur);
		return attributs;
	}

	private String nom() throws XMLStreamException {
		String nom = this.xml.getAttributeValue(null, "name");
		exiger(nom != null);
		return nom;
	}

	/** The values of the element just opened, which is left closed behind. */
	private List<String> valeurs() throws XMLStreamException {
		balise();
		String premiere = texte("value");
		if (!this.xml.isStartElement()) {
			balise();
			return premiere.isEmpty() ? List.of() : List.of(premiere);
		}
		List<String> valeurs = new ArrayList<>(List.of(premiere));
		while (this.xml.isStartElement()) {
			valeurs.add(texte("value"));
		}
		balise();
		return valeurs;
	}

	private String texte(String element) throws XMLStreamException {
		exiger(this.xml.isStartElement() && this.xml.getLocalName().equals(element));
		String texte = this.xml.getElementText();
		balise();
		return texte;
	}

	private void ouvrir(String element) throws XMLStreamException {
		exiger(this.xml.isStartElement() && this.xml.getLocalName().equals(element));
		balise();
	}

	private void fermer(String element) throws XMLStreamException {
		exiger(this.xml.isEndElement() && this.xml.getLocalName().equals(element));
		balise();
	}

	private void fermer() throws XMLStreamException {
		while (this.xml.hasNext()) {
			this.xml.next();
		}
		if (this.octets.reference()) {
			throw new LectureFausse(Constat.de("AAF_REFERENCE_NUMERIQUE", "fichier", this.fichier), null);
		}
	}

	/** Goes to the next tag; text between tags is nothing but blanks. */
	private void balise() throws XMLStreamException {
		do {
			this.xml.next();
			exiger(this.xml.getEventType() != XMLStreamConstants.CHARACTERS || this.xml.isWhiteSpace());
		}
		while (!this.xml.isStartElement() && !this.xml.isEndElement()
				&& this.xml.getEventType() != XMLStreamConstants.END_DOCUMENT);
	}

	private Nature nature(String element) {
		return Arrays.stream(Nature.values())
			.filter((nature) -> nature.element().equals(element))
			.findFirst()
			.orElseThrow(this::malConstruit);
	}

	private void exiger(boolean vrai) {
		if (!vrai) {
			throw malConstruit();
		}
	}

	private LectureFausse malConstruit() {
		return new LectureFausse(Constat.de("AAF_STRUCTURE", "fichier", this.fichier, "ligne",
				Integer.toString(this.xml.getLocation().getLineNumber())), null);
	}

	/** The parser's words may cite a value: only the line is kept. */
	private LectureFausse illisible(XMLStreamException ex) {
		String ligne = (ex.getLocation() != null) ? Integer.toString(ex.getLocation().getLineNumber()) : "?";
		String code = (ex.getNestedException() instanceof IOException) ? "AAF_ENCODAGE" : "AAF_STRUCTURE";
		return new LectureFausse(Constat.de(code, "fichier", this.fichier, "ligne", ligne), null);
	}

	private static void verifierDebut(Path fichier) {
		String nom = fichier.getFileName().toString();
		try (InputStream octets = Files.newInputStream(fichier)) {
			byte[] debut = octets.readNBytes(ENTETE.length);
			if (debut.length >= BOM.length && Arrays.equals(debut, 0, BOM.length, BOM, 0, BOM.length)) {
				throw new LectureFausse(Constat.de("AAF_BOM", "fichier", nom), null);
			}
			if (!Arrays.equals(debut, ENTETE)) {
				throw new LectureFausse(Constat.de("AAF_DTD", "fichier", nom), null);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading " + fichier, ex);
		}
	}

	/** The DTD is not read: it says less than this class asks. */
	private static XMLInputFactory fabrique() {
		XMLInputFactory fabrique = XMLInputFactory.newFactory();
		fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		fabrique.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		fabrique.setProperty(XMLInputFactory.IS_COALESCING, true);
		return fabrique;
	}

}
