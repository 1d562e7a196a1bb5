package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.exc.WstxLazyException;
import fr.passerelle.noyau.RefusException;

/** Opens a content as hardened XML and turns every fault of the file into a refusal. */
final class LecteurXml {

	/** A character takes at most four bytes, in UTF-8 as in UTF-16. */
	private static final int OCTETS_PAR_CARACTERE = 4;

	private final Limites limites;

	private final XmlDurci durci;

	LecteurXml(Limites limites, boolean entiers) {
		this.limites = limites;
		this.durci = new XmlDurci(limites, entiers);
	}

	/** Watches the bytes of a document as they are read. */
	OctetsVus observer(InputStream octets) {
		return new OctetsVus(octets, '<', this.limites.texteXml() * OCTETS_PAR_CARACTERE);
	}

	<T> T lire(OctetsVus octets, Encodage encodage, LectureXml<T> lecture) {
		try {
			XMLStreamReader xml = this.durci.lecteur(encodage.lecteur(octets));
			try {
				return lecture.lire(xml);
			}
			finally {
				xml.close();
			}
		}
		catch (XMLStreamException ex) {
			throw faute(ex, octets, encodage);
		}
		catch (WstxLazyException ex) {
			throw faute((XMLStreamException) ex.getCause(), octets, encodage);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// Read to its end, an archive may say that its bytes are damaged: that explains the
	// rest.
	private RefusException faute(XMLStreamException ex, OctetsVus octets, Encodage encodage) {
		RefusException refus = FauteXml.refus(ex, encodage, this.limites);
		try {
			octets.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException panne) {
			throw new UncheckedIOException(panne);
		}
		return refus;
	}

}
