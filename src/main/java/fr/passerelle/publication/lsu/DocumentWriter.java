package fr.passerelle.publication.lsu;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import fr.passerelle.bilan.Formes;
import fr.passerelle.bilan.document.Objet;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;

/** Writes one document, object by object. */
final class DocumentWriter {

	private static final String PRODUCTEUR = "Passerelle";

	private final Formes formes;

	private final Enregistrements enregistrements;

	private final Map<String, Long> comptes = new TreeMap<>();

	DocumentWriter(Formes formes, Enregistrements enregistrements) {
		this.formes = formes;
		this.enregistrements = enregistrements;
	}

	/** How many of each element were written. */
	Map<String, Long> ecrire(Entete entete, Path fichier) {
		try (OutputStream octets = new BufferedOutputStream(Files.newOutputStream(fichier))) {
			XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(octets, "UTF-8");
			ecrire(entete, xml);
			xml.close();
			return this.comptes;
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("writing the bilans of " + entete.etablissement(), ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing " + fichier, ex);
		}
	}

	private void ecrire(Entete entete, XMLStreamWriter xml) throws XMLStreamException {
		xml.writeStartDocument("UTF-8", "1.0");
		xml.setDefaultNamespace(Objet.ESPACE);
		xml.writeStartElement(Objet.ESPACE, "lsun-bilans");
		xml.writeDefaultNamespace(Objet.ESPACE);
		xml.writeAttribute("schemaVersion", entete.version());
		xml.writeStartElement(Objet.ESPACE, "entete");
		texte(xml, "editeur", PRODUCTEUR);
		texte(xml, "application", PRODUCTEUR);
		texte(xml, "etablissement", entete.etablissement());
		xml.writeEndElement();
		xml.writeStartElement(Objet.ESPACE, "donnees");
		Marshaller ecrivain = this.formes.ecrivain();
		for (Objet objet : Objet.values()) {
			liste(objet, ecrivain, xml);
		}
		xml.writeEndDocument();
	}

	/** An empty list is not written: LSU refuses it. */
	private void liste(Objet objet, Marshaller ecrivain, XMLStreamWriter xml) throws XMLStreamException {
		long[] nombre = new long[1];
		this.enregistrements.lire(objet.element(), (json) -> {
			try {
				if (nombre[0]++ == 0) {
					xml.writeStartElement(Objet.ESPACE, objet.liste());
				}
				ecrivain.marshal(this.formes.objet(objet, json), xml);
			}
			catch (XMLStreamException | JAXBException ex) {
				throw new IllegalStateException("writing <" + objet.element() + ">", ex);
			}
		});
		if (nombre[0] > 0) {
			xml.writeEndElement();
			this.comptes.put(objet.element(), nombre[0]);
		}
	}

	private static void texte(XMLStreamWriter xml, String element, String texte) throws XMLStreamException {
		xml.writeStartElement(Objet.ESPACE, element);
		xml.writeCharacters(texte);
		xml.writeEndElement();
	}

}
