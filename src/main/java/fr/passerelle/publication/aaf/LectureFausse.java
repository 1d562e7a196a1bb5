package fr.passerelle.publication.aaf;

import fr.passerelle.noyau.Constat;

/** A file of a parcel cannot be read as importers read it. */
class LectureFausse extends RuntimeException {

	private final transient Constat constat;

	LectureFausse(Constat constat, Throwable cause) {
		super(constat.code(), cause);
		this.constat = constat;
	}

	/** What is wrong, and where. */
	Constat constat() {
		return this.constat;
	}

}
