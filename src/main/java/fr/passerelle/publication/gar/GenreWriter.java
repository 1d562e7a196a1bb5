package fr.passerelle.publication.gar;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;

/**
 * The files of one kind (Etab, Eleve…), cut when they are full; there is always one, be
 * it empty: what is not in a complete has left.
 */
final class GenreWriter implements AutoCloseable {

	private static final XMLOutputFactory XML = fabrique();

	private final Path dossier;

	private final String debut;

	private final String genre;

	private final Degre degre;

	private final String version;

	private final int coupure;

	private final Consumer<Path> suite;

	private Path fichier;

	private OutputStream octets;

	private XMLStreamWriter xml;

	private int fichiers;

	private int objets;

	/**
	 * Opens the first file.
	 * @param debut how the names of the files start, up to their kind
	 * @param coupure records at most in one file
	 * @param suite given each file when it is whole
	 */
	GenreWriter(Path dossier, String debut, String genre, Degre degre, String version, int coupure,
			Consumer<Path> suite) {
		this.dossier = dossier;
		this.debut = debut;
		this.genre = genre;
		this.degre = degre;
		this.version = version;
		this.coupure = coupure;
		this.suite = suite;
		ouvrir();
	}

	/** Where the next record is to be written. */
	XMLStreamWriter suivant() {
		if (this.objets == this.coupure) {
			close();
			ouvrir();
		}
		this.objets++;
		return this.xml;
	}

	private void ouvrir() {
		this.fichier = this.dossier.resolve("%s_%s_%04d.xml".formatted(this.debut, this.genre, this.fichiers++));
		this.objets = 0;
		try {
			this.octets = new BufferedOutputStream(Files.newOutputStream(this.fichier));
			this.xml = XML.createXMLStreamWriter(this.octets, "UTF-8");
			this.xml.writeStartDocument("UTF-8", "1.0");
			this.xml.writeCharacters("\n");
			this.xml.writeStartElement(ObjetWriter.PREFIXE, "GAR-ENT-" + this.genre, this.degre.espace());
			this.xml.writeNamespace(ObjetWriter.PREFIXE, this.degre.espace());
			this.xml.writeAttribute("Version", this.version);
			this.xml.writeCharacters("\n");
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("starting " + this.fichier.getFileName(), ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing " + this.fichier, ex);
		}
	}

	@Override
	public void close() {
		try {
			this.xml.writeEndDocument();
			this.xml.close();
			this.octets.close();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("ending a file " + this.genre, ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("ending a file " + this.genre, ex);
		}
		this.suite.accept(this.fichier);
	}

	/**
	 * A character that XML cannot hold, of a badly made extraction, is a blank: it says
	 * nothing, and must not stop an académie.
	 */
	private static XMLOutputFactory fabrique() {
		XMLOutputFactory fabrique = XMLOutputFactory.newFactory();
		fabrique.setProperty(WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER,
				new InvalidCharHandler.ReplacingHandler(' '));
		return fabrique;
	}

}
