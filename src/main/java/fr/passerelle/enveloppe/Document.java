package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

import fr.passerelle.noyau.Constat;

/**
 * A deposited document, opened and checked once: its facts, and the way to read it again.
 * It holds neither its bytes nor an open file.
 */
public final class Document {

	private final Contenu contenu;

	private final Nature nature;

	private final Encodage encodage;

	private final Faits faits;

	private final List<Constat> remarques;

	private final Lecteurs relecture;

	Document(Contenu contenu, Nature nature, Encodage encodage, Faits faits, List<Constat> remarques,
			Lecteurs relecture) {
		this.contenu = contenu;
		this.nature = nature;
		this.encodage = encodage;
		this.faits = faits;
		this.remarques = List.copyOf(remarques);
		this.relecture = relecture;
	}

	/** The same document with one more remark. */
	Document avec(Constat remarque) {
		List<Constat> toutes = new java.util.ArrayList<>(this.remarques);
		toutes.add(remarque);
		return new Document(this.contenu, this.nature, this.encodage, this.faits, toutes, this.relecture);
	}

	public Nature nature() {
		return this.nature;
	}

	/** Whether the document came in an archive. */
	public boolean archive() {
		return this.contenu instanceof Contenu.Entree;
	}

	/** Name of the archive's entry, or of the bare file. */
	public String nomEntree() {
		return this.contenu.nom();
	}

	/** Local name of the root element; empty for CSV. */
	public String racine() {
		return this.faits.racine();
	}

	public Map<String, String> attributsRacine() {
		return this.faits.attributs();
	}

	/** Encoding written in the XML declaration, empty without one. */
	String encodageDeclare() {
		return this.encodage.declare();
	}

	/** Encoding the document is really read in. */
	Charset encodage() {
		return this.encodage.charset();
	}

	/**
	 * Texts and attributes found below PARAMETRES (entete in LSU), trimmed, empty ones
	 * left out: {@code UAJ}, {@code UAJ@CODE}, {@code UAJ/SIGLE}. For CSV, the titles of
	 * the columns by rank.
	 */
	public Map<String, String> entete() {
		return this.faits.entete();
	}

	/**
	 * How many of each element down to five levels below the root, by path:
	 * {@code DONNEES/ELEVES/ELEVE}. For CSV, {@code LIGNES}, the titles not counted.
	 */
	public Map<String, Long> comptes() {
		return this.faits.comptes();
	}

	/** What the sender should know although the document is accepted. */
	public List<Constat> remarques() {
		return this.remarques;
	}

	/**
	 * Reads the document again, from its start, with the same protections; each text is
	 * one event.
	 * @param <T> what the reading makes
	 * @throws fr.passerelle.noyau.RefusException if the bytes are no longer those that
	 * were checked
	 */
	<T> T lire(LectureXml<T> lecture) {
		return relecture().lire(lecture);
	}

	/** Reads the document again as what it is. */
	public <T> T lire(LectureXml<T> xml, LectureCsv<T> csv) {
		return relecture().lire(xml, csv);
	}

	/** The way to read the document again, without its facts. */
	public Relecture relecture() {
		return new Relecture(this.contenu, this.nature, this.encodage, this.relecture);
	}

	/** The bytes as deposited, out of their archive; to be closed. */
	public InputStream octets() throws IOException {
		return this.contenu.ouvrir();
	}

	/** The characters, without byte order mark; to be closed. */
	public Reader texte() throws IOException {
		return this.encodage.lecteur(this.contenu.ouvrir());
	}

}
