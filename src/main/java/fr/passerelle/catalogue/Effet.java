package fr.passerelle.catalogue;

/** What a rule does to the file, the record or the value it finds at fault. */
public enum Effet {

	/** The whole file is not taken. */
	REFUS("rejet"),
	/** The record is not taken. */
	REJET("rejet"),
	/** The value is replaced, and said so. */
	CORRECTION("correction"),
	/** Taken as it is; a person must look. */
	AVERTISSEMENT("avertissement"),
	/** Nothing to do. */
	INFORMATION("information");

	private final String gravite;

	Effet(String gravite) {
		this.gravite = gravite;
	}

	/** The word of the reports and of the API. */
	public String gravite() {
		return this.gravite;
	}

}
