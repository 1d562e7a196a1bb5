package fr.passerelle.generateur;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document in ISO-8859-15, written as it comes: nothing of it is kept. */
final class Document implements AutoCloseable {

	static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

	private static final XMLOutputFactory FABRIQUE = XMLOutputFactory.newFactory();

	private final Writer texte;

	private final XMLStreamWriter xml;

	private final boolean aere;

	/** When {@code aere}, every value stands on its own line, as in some STS exports. */
	Document(OutputStream sortie, boolean aere) {
		this.texte = new OutputStreamWriter(sortie, LATIN_9);
		this.aere = aere;
		try {
			this.xml = FABRIQUE.createXMLStreamWriter(this.texte);
			this.texte.write("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>\n");
		}
		catch (XMLStreamException | IOException ex) {
			throw echec(ex);
		}
	}

	/** A declaration no exchange file may have: it is written to be refused. */
	Document doctype(String declaration) {
		return ecrire(() -> this.xml.writeDTD(declaration));
	}

	Document ouvrir(String nom, Object... attributs) {
		return ecrire(() -> {
			this.xml.writeStartElement(nom);
			attributs(attributs);
		});
	}

	Document fermer() {
		return ecrire(() -> {
			this.xml.writeEndElement();
			this.xml.writeCharacters("\n");
		});
	}

	Document fermer(int nombre) {
		for (int i = 0; i < nombre; i++) {
			fermer();
		}
		return this;
	}

	/** An element and its text; nothing when there is no value. */
	Document valeur(String nom, Object valeur) {
		return (valeur == null) ? this : ecrire(() -> {
			this.xml.writeStartElement(nom);
			String contenu = valeur.toString();
			this.xml.writeCharacters(this.aere ? "\n\t\t" + contenu + "\n\t" : contenu);
			this.xml.writeEndElement();
		});
	}

	Document vide(String nom, Object... attributs) {
		return ecrire(() -> {
			this.xml.writeEmptyElement(nom);
			attributs(attributs);
		});
	}

	@Override
	public void close() {
		ecrire(() -> {
			this.xml.writeEndDocument();
			this.xml.flush();
		});
		try {
			this.texte.flush();
		}
		catch (IOException ex) {
			throw echec(ex);
		}
	}

	private void attributs(Object... attributs) throws XMLStreamException {
		for (int i = 0; i < attributs.length; i += 2) {
			if (attributs[i + 1] != null) {
				this.xml.writeAttribute((String) attributs[i], attributs[i + 1].toString());
			}
		}
	}

	private Document ecrire(Ecriture ecriture) {
		try {
			ecriture.ecrire();
			return this;
		}
		catch (XMLStreamException ex) {
			throw echec(ex);
		}
	}

	private static UncheckedIOException echec(Exception cause) {
		return new UncheckedIOException("writing an XML document", new IOException(cause));
	}

	@FunctionalInterface
	private interface Ecriture {

		void ecrire() throws XMLStreamException;

	}

}
