package fr.passerelle.publication.gar;

import java.util.Arrays;

/** A degree of schools: a parcel of its own, in its own namespace (gar.md §1, §3). */
enum Degre {

	/** Collèges and lycées. */
	SECOND("2D", "http://data.education.fr/ns/gar"),

	/** Écoles. */
	PREMIER("1D", "http://data.education.fr/ns/gar/1d");

	private final String code;

	private final String espace;

	Degre(String code, String espace) {
		this.code = code;
		this.espace = espace;
	}

	static Degre de(String code) {
		return Arrays.stream(values()).filter((degre) -> degre.code.equals(code)).findFirst().orElseThrow();
	}

	/** As file names say it: {@code 2D} or {@code 1D}. */
	String code() {
		return this.code;
	}

	/** The namespace of every element. */
	String espace() {
		return this.espace;
	}

}
