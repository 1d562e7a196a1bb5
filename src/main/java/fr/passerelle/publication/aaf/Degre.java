package fr.passerelle.publication.aaf;

import java.util.Locale;

/** What a parcel is of: the two degrees never share one (aaf.md, section 2). */
enum Degre {

	SECOND("2D"), PREMIER("1D");

	private final String code;

	Degre(String code) {
		this.code = code;
	}

	/** As file names and parcels say it. */
	String code() {
		return this.code;
	}

	/** Folder of its records below mappings/. */
	String dossier() {
		return "flux/aaf/" + this.code.toLowerCase(Locale.ROOT);
	}

	static Degre de(String parcelle) {
		return parcelle.startsWith(PREMIER.code) ? PREMIER : SECOND;
	}

}
