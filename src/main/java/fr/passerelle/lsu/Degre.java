package fr.passerelle.lsu;

/** The two degrees, as the LSU writes them. */
public enum Degre {

	/** Écoles, fed by ONDE. */
	PREMIER("1D", "ONDE"),

	/** Collèges, fed by SIECLE and STS. */
	SECOND("2D", "SIECLE BEE");

	private final String code;

	private final String base;

	Degre(String code, String base) {
		this.code = code;
		this.base = base;
	}

	/** As in the store and in {@code mappings/synchronisations/lsu}. */
	public String code() {
		return this.code;
	}

	/** The base its élèves are looked up in. */
	public String base() {
		return this.base;
	}

	static Degre deCode(String code) {
		return PREMIER.code.equals(code) ? PREMIER : SECOND;
	}

}
