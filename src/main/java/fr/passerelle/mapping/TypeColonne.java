package fr.passerelle.mapping;

/**
 * What a value is. The reader turns it into PostgreSQL's own spelling; STS and the link
 * file write ISO dates, SIECLE French ones: two types, never guessed. {@code DATE} takes
 * either, for files that mix them; one cannot be read as the other. {@code XML} keeps a
 * whole element as it is, for what nobody has documented.
 */
public enum TypeColonne {

	TEXTE("text"), ENTIER("bigint"), DATE_FR("date"), DATE_ISO("date"), DATE("date"), BOOLEEN("boolean"),
	DECIMAL("numeric"), HEURE("time"), XML("text");

	private final String sql;

	TypeColonne(String sql) {
		this.sql = sql;
	}

	/** The PostgreSQL type of the staging column. */
	public String sql() {
		return this.sql;
	}

}
