package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The way to read a checked document again: where its bytes are and how they are encoded,
 * nothing of what they say.
 */
public final class Relecture {

	private final Contenu contenu;

	private final Encodage encodage;

	private final LecteurXml lecteur;

	Relecture(Contenu contenu, Encodage encodage, LecteurXml lecteur) {
		this.contenu = contenu;
		this.encodage = encodage;
		this.lecteur = lecteur;
	}

	/**
	 * Reads the document again, from its start, with the same protections; each text is
	 * one event.
	 * @param <T> what the reading makes
	 * @throws fr.passerelle.noyau.RefusException if the bytes are no longer those that
	 * were checked
	 */
	public <T> T lire(LectureXml<T> lecture) {
		try (OctetsVus octets = this.lecteur.observer(this.contenu.ouvrir())) {
			return this.lecteur.lire(octets, this.encodage, lecture);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
