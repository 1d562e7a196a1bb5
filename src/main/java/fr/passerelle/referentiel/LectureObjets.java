package fr.passerelle.referentiel;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.source.Lignes;

/**
 * Stages a flow whose documents are graphs of objects: what its mapping says of columns
 * only gives the shape of the staging table. Everything after staging is as for the
 * others.
 */
public interface LectureObjets {

	/** The flow it reads. */
	String flux();

	/** Reads a document from its start, and gives its objects in their order. */
	void lire(XMLStreamReader xml, SourceMapping mapping, Lignes lignes) throws XMLStreamException;

}
