package fr.passerelle.publication.gar;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;

import fr.passerelle.noyau.Constat;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The gate: reads the files of one degree that were written, as whoever receives them
 * would, against the schemas and the rules over the whole parcel. What is judged is what
 * is sent. Files are given in the order in which what is cited comes before what cites
 * it.
 */
final class Controle {

	private static final XMLInputFactory XML = fabrique();

	private final List<Schema> schemas;

	private final Signalements fautes = new Signalements();

	private final Coherence coherence = new Coherence(this.fautes);

	Controle(List<Schema> schemas) {
		this.schemas = schemas;
	}

	/** Judges one file. */
	void lire(Path fichier) {
		lire(fichier, this.schemas.get(0), this.coherence::lire);
		for (Schema publie : this.schemas.subList(1, this.schemas.size())) {
			lire(fichier, publie, (objet) -> {
			});
		}
	}

	/** Judges the whole, and tells how much of each school is there. */
	Map<String, Coherence.Effectif> finir() {
		this.coherence.finir();
		return this.coherence.effectifs();
	}

	/** Why the parcel must not go; empty: it may. */
	List<Constat> constats() {
		return this.fautes.constats();
	}

	private void lire(Path fichier, Schema schema, Consumer<Objet> suite) {
		try (InputStream octets = new BufferedInputStream(Files.newInputStream(fichier))) {
			ValidatorHandler validateur = schema.newValidatorHandler();
			LectureObjets lecture = new LectureObjets(XML.createXMLStreamReader(octets), validateur, suite);
			validateur.setErrorHandler(new Collecte(fichier, lecture));
			lecture.lire();
		}
		catch (SAXException | XMLStreamException ex) {
			this.fautes.signaler(Constat.de("GAR_XSD", "fichier", fichier.getFileName().toString(), "ligne", "1",
					"element", "GAR-ENT"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading again " + fichier, ex);
		}
	}

	private static XMLInputFactory fabrique() {
		XMLInputFactory fabrique = XMLInputFactory.newFactory();
		fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		fabrique.setProperty(XMLInputFactory.IS_COALESCING, true);
		return fabrique;
	}

	/**
	 * Every fault with its place, never its value; the file is read to its end.
	 */
	private final class Collecte implements ErrorHandler {

		private final Path fichier;

		private final LectureObjets lecture;

		private int derniere;

		Collecte(Path fichier, LectureObjets lecture) {
			this.fichier = fichier;
			this.lecture = lecture;
		}

		/** One value at fault makes several messages at its line: one is enough. */
		@Override
		public void error(SAXParseException faute) {
			if (this.lecture.ligne() != this.derniere) {
				this.derniere = this.lecture.ligne();
				Controle.this.fautes.signaler(Constat.de("GAR_XSD", "fichier", this.fichier.getFileName().toString(),
						"ligne", Integer.toString(this.derniere), "element", this.lecture.element()));
			}
		}

		@Override
		public void fatalError(SAXParseException faute) throws SAXException {
			throw faute;
		}

		@Override
		public void warning(SAXParseException faute) {
			// a schema may be doubted, the document is not at fault
		}

	}

}
