package fr.passerelle.lsu;

/** The two degrees, as the LSU writes them. */
public enum Degre {

	/** Écoles, fed by ONDE. */
	PREMIER("1D", "ONDE", "ONDE_ELEVES", "ONDE_RESPONSABLES", "ONDE_ENSEIGNANTS"),

	/** Collèges, fed by SIECLE and STS. */
	SECOND("2D", "SIECLE BEE", "SIECLE_ELEVES", "SIECLE_RESPONSABLES", "SIECLE_STRUCTURES", "STS_EMP", "ELEGROUPE");

	private final String code;

	private final String base;

	private final String[] flux;

	Degre(String code, String base, String... flux) {
		this.code = code;
		this.base = base;
		this.flux = flux;
	}

	/** As in the store and in {@code mappings/synchronisations/lsu}. */
	public String code() {
		return this.code;
	}

	/** The base its élèves are looked up in. */
	public String base() {
		return this.base;
	}

	/** The exports its books come from. */
	String[] flux() {
		return this.flux.clone();
	}

	static Degre deCode(String code) {
		return PREMIER.code.equals(code) ? PREMIER : SECOND;
	}

}
