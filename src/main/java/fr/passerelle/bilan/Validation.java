package fr.passerelle.bilan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;

import fr.passerelle.enveloppe.LectureXml;
import fr.passerelle.noyau.Constat;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * One document held against one schema, by streaming, with the type of its references.
 */
final class Validation implements LectureXml<List<Constat>> {

	private final Schema schema;

	Validation(Schema schema) {
		this.schema = schema;
	}

	@Override
	public List<Constat> lire(XMLStreamReader xml) throws XMLStreamException {
		Fautes fautes = new Fautes();
		References references = new References(xml, fautes);
		Validator validateur = this.schema.newValidator();
		validateur.setErrorHandler(new Collecte(references, fautes));
		try {
			validateur.validate(new StAXSource(references));
		}
		catch (SAXException ex) {
			if (ex.getException() instanceof XMLStreamException faute) {
				throw faute;
			}
			throw new IllegalStateException("validating a document", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return fautes.constats();
	}

	/** The same of a document of our own making. */
	List<Constat> lire(Supplier<InputStream> texte) {
		XMLInputFactory fabrique = XMLInputFactory.newFactory();
		fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		try (InputStream octets = texte.get()) {
			return lire(fabrique.createXMLStreamReader(octets));
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("reading again a document of ours", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Every fault with its place, the document being read to its end. */
	private record Collecte(References lecture, Fautes fautes) implements ErrorHandler {

		@Override
		public void error(SAXParseException faute) {
			this.fautes.structure(this.lecture.ligne(), this.lecture.element(), faute.getMessage());
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
