package fr.passerelle.lsu;

import java.util.List;

import fr.passerelle.noyau.Constat;

/**
 * What is asked of the report books cannot be done; nothing was changed. The French is
 * made by whoever answers.
 */
public final class LsuRefus extends RuntimeException {

	/** Why, as far as the one who asks is concerned. */
	public enum Genre {

		/** What is asked for is not there. */
		INTROUVABLE,

		/** The request itself is wrong. */
		DEMANDE,

		/** The state of the store forbids it now. */
		ETAT

	}

	private final Genre genre;

	private final transient List<Constat> constats;

	LsuRefus(Genre genre, Constat... constats) {
		this(genre, List.of(constats));
	}

	LsuRefus(Genre genre, List<Constat> constats) {
		super(constats.get(0).code(), null, false, false);
		this.genre = genre;
		this.constats = List.copyOf(constats);
	}

	public Genre genre() {
		return this.genre;
	}

	/** The reasons, the first one first. */
	public List<Constat> constats() {
		return this.constats;
	}

}
