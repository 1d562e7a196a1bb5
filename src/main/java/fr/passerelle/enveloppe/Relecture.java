package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The way to read a checked document again: where its bytes are and how they are encoded,
 * nothing of what they say.
 */
public final class Relecture {

	private final Contenu contenu;

	private final Nature nature;

	private final Encodage encodage;

	private final Lecteurs lecteurs;

	Relecture(Contenu contenu, Nature nature, Encodage encodage, Lecteurs lecteurs) {
		this.contenu = contenu;
		this.nature = nature;
		this.encodage = encodage;
		this.lecteurs = lecteurs;
	}

	/**
	 * Reads the document again, from its start, with the same protections; each text is
	 * one event.
	 * @param <T> what the reading makes
	 * @throws fr.passerelle.noyau.RefusException if the bytes are no longer those that
	 * were checked
	 */
	<T> T lire(LectureXml<T> lecture) {
		try (OctetsVus octets = this.lecteurs.xml().observer(this.contenu.ouvrir())) {
			return this.lecteurs.xml().lire(octets, this.encodage, lecture);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads the document again as what it is, XML or CSV.
	 * @param <T> what the reading makes
	 * @throws fr.passerelle.noyau.RefusException if the bytes are no longer those that
	 * were checked
	 */
	public <T> T lire(LectureXml<T> xml, LectureCsv<T> csv) {
		if (this.nature == Nature.XML) {
			return lire(xml);
		}
		try {
			return this.lecteurs.csv().lire(this.contenu, this.encodage, csv);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
