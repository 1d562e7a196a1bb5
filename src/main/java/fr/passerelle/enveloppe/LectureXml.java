package fr.passerelle.enveloppe;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What to do with the events of a document, from its start to its end.
 *
 * @param <T> what is made of them
 */
@FunctionalInterface
public interface LectureXml<T> {

	/** Reads the events; must not keep the reader, which is closed afterwards. */
	T lire(XMLStreamReader xml) throws XMLStreamException;

}
